package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The private methods of one class that stand for method references, and make their calls under control. */
final class MethodReferenceBridges {
    private static final String PREFIX = "jcoyote$ref$";

    private final List<Bridge> bridges = new ArrayList<>();

    private record Bridge(
            String name, String descriptor, Call call, boolean ofInterface, MethodContext origin, int line) {}

    /**
     * Adds a bridge, and returns what refers to it.
     *
     * @param factory the descriptor of the expression's call site, whose arguments are what the expression captures
     */
    Handle add(Call call, Handle reference, String factory, MethodContext origin) {
        String name = PREFIX + bridges.size();
        Type[] parameters = call.operands();
        Type[] captured = Type.getArgumentTypes(factory);
        if (captured.length > 0) {
            // The receiver of a bound reference; a static method must declare exactly what is captured.
            parameters[0] = captured[0];
        }
        String descriptor = Type.getMethodDescriptor(Type.getReturnType(call.descriptor()), parameters);
        bridges.add(new Bridge(name, descriptor, call, reference.isInterface(), origin, origin.line()));
        return new Handle(Opcodes.H_INVOKESTATIC, origin.type.name(), name, descriptor, origin.type.isInterface());
    }

    /** Writes the bridges into their class. */
    void writeTo(ClassVisitor type) {
        for (int i = 0; i < bridges.size(); i++) {
            write(bridges.get(i), type);
        }
    }

    private static void write(Bridge bridge, ClassVisitor type) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor method = type.visitMethod(access, bridge.name, bridge.descriptor, null, null);
        Type[] parameters = Type.getArgumentTypes(bridge.descriptor);
        int size = 0;
        for (Type parameter : parameters) {
            size += parameter.getSize();
        }
        // Reports name the method that holds the reference.
        MethodContext origin = bridge.origin;
        MethodContext context =
                new MethodContext(origin.type, access, origin.name, bridge.descriptor, size, bridge.line);
        MethodVisitor code = new CallRewriter(method, context);
        code.visitCode();
        int local = 0;
        for (Type parameter : parameters) {
            code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
            local += parameter.getSize();
        }
        Call call = bridge.call;
        code.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.descriptor(), bridge.ofInterface);
        code.visitInsn(Type.getReturnType(bridge.descriptor).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
