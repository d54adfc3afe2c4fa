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
        ClassHierarchy.Declaration field =
                opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC ? context.type.field(owner, name) : null;
        if (field == null || field.member().constant() || !context.type.isRenewed(field.owner())) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            return;
        }
        boolean accessible = context.type.isAccessible(field.owner());
        if (context.type.isInterface(field.owner())) {
            if (accessible && opcode == Opcodes.GETSTATIC) {
                context.type.change();
                InterfaceConstants.read(mv, field.owner(), name, descriptor);
                return;
            }
        } else if (!field.owner().equals(context.type.name())) {
            context.type.change();
            // A declaring class that is not accessible is reached by the name that the code knows.
            String reachable = accessible ? field.owner() : owner;
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, reachable, StaticRenewal.ENSURE, "()V", false);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/reflect/Field") && isAccess(name)) {
            touch(Call.of(opcode, owner, name, descriptor), 0, Hook.TOUCH_FIELD);
            if (name.equals("get")) {
                readField(opcode, owner, name, descriptor);
                return;
            }
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

    /** No branch comes before the local variable is read again, so no stack map frame mentions it. */
    private void readField(int opcode, String owner, String name, String descriptor) {
        mv.visitInsn(Opcodes.DUP2);
        mv.visitInsn(Opcodes.POP);
        mv.visitVarInsn(Opcodes.ASTORE, context.firstFreeLocal);
        super.visitMethodInsn(opcode, owner, name, descriptor, false);
        mv.visitVarInsn(Opcodes.ALOAD, context.firstFreeLocal);
        context.emit(mv, Hook.FIELD_READ);
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
