package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The start of a method that needs its class to be initialised: a static one, or a constructor. */
final class RenewalEntry extends MethodVisitor {
    private final String owner;
    private final boolean ofInterface;

    /**
     * Creates one.
     *
     * @param owner the internal name of the class that has to be up to date
     */
    RenewalEntry(MethodVisitor next, String owner, boolean ofInterface) {
        super(Opcodes.ASM9, next);
        this.owner = owner;
        this.ofInterface = ofInterface;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, ClassInitialization.ENSURE, "()V", ofInterface);
    }
}
