package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Brings a class up to date where code reaches its static fields from outside: directly, or by reflection. Its methods
 * and constructors see to it themselves.
 */
final class InitializationTriggers extends MethodVisitor {
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

    private final MethodContext context;

    InitializationTriggers(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
            ClassHierarchy.Declaration field = context.type.field(owner, name);
            if (field != null && !field.owner().equals(context.type.name()) && context.type.isRenewed(field.owner())) {
                context.type.change();
                // By the name that the code knows: the declaring class may not be accessible.
                mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, StaticRenewal.ENSURE, "()V", false);
            }
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/reflect/Field") && isAccess(name)) {
            touch(Call.of(opcode, owner, name, descriptor), 0, Hook.TOUCH_FIELD);
        } else if (owner.equals(LOOKUP) && (name.equals("ensureInitialized") || name.startsWith("findStatic"))) {
            touch(Call.of(opcode, owner, name, descriptor), 1, Hook.TOUCH);
        } else if (owner.equals("java/lang/Class") && name.equals("forName")) {
            findClass(opcode, owner, name, descriptor);
            return;
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    private static boolean isAccess(String method) {
        return method.startsWith("set") && !method.equals("setAccessible")
                || method.equals("get")
                || method.startsWith("get") && isPrimitive(method.substring("get".length()));
    }

    private static boolean isPrimitive(String name) {
        return switch (name) {
            case "Boolean", "Byte", "Char", "Short", "Int", "Long", "Float", "Double" -> true;
            default -> false;
        };
    }

    private void touch(Call call, int operand, Hook hook) {
        Operands operands = Operands.copy(mv, call.operands(), operand, context.firstFreeLocal);
        context.emit(mv, hook);
        operands.restore();
    }

    private void findClass(int opcode, String owner, String name, String descriptor) {
        if (descriptor.equals("(Ljava/lang/String;)Ljava/lang/Class;")) {
            super.visitMethodInsn(opcode, owner, name, descriptor, false);
            mv.visitInsn(Opcodes.DUP);
            context.emit(mv, Hook.TOUCH);
        } else if (descriptor.startsWith("(Ljava/lang/String;Z")) {
            context.emit(mv, Hook.FIND_CLASS);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, false);
        }
    }
}
