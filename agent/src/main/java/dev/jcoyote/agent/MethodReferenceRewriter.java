package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Leads method references such as {@code latch::countDown}, whose call stands in no class of the program, through a
 * method of the program: see {@link MethodReferenceBridges}.
 *
 * <p>Serializable ones stay: their class names the referenced method in the serial form.
 */
final class MethodReferenceRewriter extends MethodVisitor {
    private static final int IMPLEMENTATION = 1;
    private static final int FLAGS = 3;
    private static final int FLAG_SERIALIZABLE = 1;

    private final MethodContext context;
    private final MethodReferenceBridges bridges;

    MethodReferenceRewriter(MethodVisitor next, MethodContext context, MethodReferenceBridges bridges) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.bridges = bridges;
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && arguments.length > IMPLEMENTATION
                && arguments[IMPLEMENTATION] instanceof Handle
                && !isSerializable(bootstrap, arguments)) {
            Object[] rewritten = arguments.clone();
            rewritten[IMPLEMENTATION] = rewrite((Handle) arguments[IMPLEMENTATION], descriptor);
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, rewritten);
        } else {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }
    }

    private static boolean isSerializable(Handle bootstrap, Object[] arguments) {
        return bootstrap.getName().equals("altMetafactory")
                && arguments.length > FLAGS
                && arguments[FLAGS] instanceof Integer
                && ((Integer) arguments[FLAGS] & FLAG_SERIALIZABLE) != 0;
    }

    private Handle rewrite(Handle reference, String factory) {
        int opcode = opcode(reference.getTag());
        if (opcode < 0) {
            return reference;
        }
        Call call = context.type.call(opcode, reference.getOwner(), reference.getName(), reference.getDesc());
        KeptMethod kept = call.kept();
        if (kept == null && context.type.calls.actionFor(call) == null) {
            return reference;
        }
        if (kept != null && kept.isPrivate()) {
            // Only a method of the same class could call it.
            context.emit(mv, Hook.EXTERNAL, OperationKind.EXTERNAL, true, kept.complaint());
            return reference;
        }
        return bridges.add(call, reference, factory, context);
    }

    /** The instruction that makes the referenced call; -1 for constructors and for {@code super::method}. */
    private static int opcode(int tag) {
        return switch (tag) {
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            default -> -1;
        };
    }
}
