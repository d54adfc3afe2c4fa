package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A method's body between an entry and an exit sequence; the exit runs on every way out, as in try and finally. The
 * exit sequences are outside the guarded ranges, so that none runs twice; only {@link #emitRelease} is inside.
 */
abstract class GuardedBody extends MethodVisitor {
    private static final Object[] THROWABLE = {"java/lang/Throwable"};

    final MethodContext context;
    private final List<Label> starts = new ArrayList<>();
    private final List<Label> ends = new ArrayList<>();

    GuardedBody(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    /** Writes what comes before the body. */
    abstract void emitEntry();

    /** Writes what comes before {@link #emitExit} and is tried again if it fails, as compilers do it for monitors. */
    void emitRelease() {}

    /** Writes what comes before each return and at the end of an exception handler. */
    abstract void emitExit();

    /** The types of the local variables that {@link #emitExit} needs, as in a stack map frame. */
    abstract Object[] localsAtExit();

    @Override
    public void visitCode() {
        super.visitCode();
        emitEntry();
        open();
    }

    @Override
    public void visitInsn(int opcode) {
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (returns) {
            emitRelease();
            close();
            emitExit();
        }
        super.visitInsn(opcode);
        if (returns) {
            open();
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        Label handler = close();
        Object[] locals = localsAtExit();
        mv.visitFrame(Opcodes.F_NEW, locals.length, locals, THROWABLE.length, THROWABLE);
        starts.add(handler);
        emitRelease();
        close();
        emitExit();
        mv.visitInsn(Opcodes.ATHROW);
        // Last in the table: the body's own handlers come first.
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i).getOffset() < ends.get(i).getOffset()) {
                mv.visitTryCatchBlock(starts.get(i), ends.get(i), handler, null);
            }
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    private void open() {
        starts.add(mark());
    }

    private Label close() {
        Label end = mark();
        ends.add(end);
        return end;
    }

    private Label mark() {
        Label label = new Label();
        mv.visitLabel(label);
        return label;
    }
}
