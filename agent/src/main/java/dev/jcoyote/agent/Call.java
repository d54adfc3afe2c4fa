package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method call in a class that is being rewritten.
 *
 * @param opcode the INVOKE instruction
 * @param owner the internal name of the class that the instruction names
 * @param type the JDK type that stands for the owner in the rules: the owner itself, or what a class of the program
 *     inherits the method from; empty if that is no concern of the rules
 * @param nativeMethod whether the method is a native one of the program's
 * @param kept the method, if it is a synchronized one that kept its modifier
 */
record Call(
        int opcode,
        String owner,
        String name,
        String descriptor,
        String type,
        boolean nativeMethod,
        @Nullable KeptMethod kept) {

    static Call of(int opcode, String owner, String name, String descriptor) {
        return new Call(opcode, owner, name, descriptor, owner, false, null);
    }

    boolean isStatic() {
        return opcode == Opcodes.INVOKESTATIC;
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    boolean is(String expectedName, String expectedDescriptor) {
        return name.equals(expectedName) && descriptor.equals(expectedDescriptor);
    }

    /** What is called, as people read it: {@code CountDownLatch.countDown}. */
    String target() {
        return Names.simple(owner) + "." + name;
    }

    /** What lies on the stack before the call, the receiver first. */
    Type[] operands() {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (isStatic()) {
            return arguments;
        }
        Type[] operands = new Type[arguments.length + 1];
        operands[0] = Type.getObjectType(owner);
        System.arraycopy(arguments, 0, operands, 1, arguments.length);
        return operands;
    }
}
