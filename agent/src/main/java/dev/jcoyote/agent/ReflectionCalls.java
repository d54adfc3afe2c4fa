package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Brings a class up to date where code reaches its static fields by reflection, and lets reflection see the members and
 * modifiers that the program has declared.
 */
final class ReflectionCalls extends MethodVisitor {
    private static final String CLASS = "java/lang/Class";
    private static final String FIELD = "java/lang/reflect/Field";
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

    private final MethodContext context;

    ReflectionCalls(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals(FIELD) && isAccess(name)) {
            boolean writes = name.startsWith("set");
            touch(Call.of(opcode, owner, name, descriptor), 0, writes ? Hook.TOUCH_TO_WRITE : Hook.TOUCH_FIELD);
            if (name.equals("get")) {
                readField(opcode, owner, name, descriptor);
                return;
            }
        } else if (owner.equals(LOOKUP) && (name.equals("ensureInitialized") || name.startsWith("findStatic"))) {
            touch(Call.of(opcode, owner, name, descriptor), 1, Hook.TOUCH);
        } else if (owner.equals(CLASS) && name.equals("forName")) {
            findClass(opcode, owner, name, descriptor);
            return;
        } else if (owner.equals(FIELD) && name.equals("getModifiers")) {
            mv.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            context.emit(mv, Hook.MODIFIERS);
            return;
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (owner.equals(CLASS) && (name.equals("getDeclaredFields") || name.equals("getFields"))) {
            context.emit(mv, Hook.VISIBLE_FIELDS);
        } else if (owner.equals(CLASS) && (name.equals("getDeclaredMethods") || name.equals("getMethods"))) {
            context.emit(mv, Hook.VISIBLE_METHODS);
        }
    }

    private static boolean isAccess(String method) {
        if (method.startsWith("set")) {
            return !method.equals("setAccessible");
        }
        return method.equals("get") || (method.startsWith("get") && isPrimitive(method.substring("get".length())));
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
