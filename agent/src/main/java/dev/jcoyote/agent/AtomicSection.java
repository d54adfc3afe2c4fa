package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;

/** A method's body as one step: no other thread is chosen inside it unless it blocks. */
final class AtomicSection extends GuardedBody {
    private static final Object[] NO_LOCALS = {};

    AtomicSection(MethodVisitor next, MethodContext context) {
        super(next, context);
    }

    @Override
    void emitEntry() {
        context.emit(mv, Hook.ENTER_ATOMIC);
    }

    @Override
    void emitExit() {
        context.emit(mv, Hook.LEAVE_ATOMIC);
    }

    @Override
    Object[] localsAtExit() {
        return NO_LOCALS;
    }
}
