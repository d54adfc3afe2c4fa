package dev.jcoyote.agent;

import dev.jcoyote.bridge.ReflectionHooks;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The methods that stand for the method references of one class, and make their calls under control: private methods of
 * the class itself or, if it can get no new ones, methods of a {@link Companion}.
 */
final class MethodReferenceBridges {
    private final List<Bridge> bridges = new ArrayList<>();
    private final @Nullable Companion companion;

    /** Creates an empty list; without a companion the methods become the class's own. */
    MethodReferenceBridges(@Nullable Companion companion) {
        this.companion = companion;
    }

    private record Bridge(
            String name, String descriptor, Call call, boolean ofInterface, MethodContext origin, int line) {}

    /**
     * Adds a bridge, and returns what refers to it.
     *
     * @param factory the descriptor of the expression's call site, whose arguments are what the expression captures
     */
    Handle add(Call call, Handle reference, String factory, MethodContext origin) {
        String name = ReflectionHooks.METHOD_REFERENCE + bridges.size();
        Type[] parameters = call.operands();
        Type[] captured = Type.getArgumentTypes(factory);
        if (captured.length > 0) {
            // The receiver of a bound reference; a static method must declare exactly what is captured.
            parameters[0] = captured[0];
        }
        String descriptor = Type.getMethodDescriptor(Type.getReturnType(call.descriptor()), parameters);
        bridges.add(new Bridge(name, descriptor, call, reference.isInterface(), origin, origin.line()));
        return companion == null
                ? new Handle(Opcodes.H_INVOKESTATIC, origin.type.name(), name, descriptor, origin.type.isInterface())
                : new Handle(Opcodes.H_INVOKESTATIC, companion.name(), name, descriptor, false);
    }

    /** Writes the bridges into their class, or into the companion. */
    void writeTo(ClassVisitor type) {
        if (bridges.isEmpty()) {
            return;
        }
        ClassVisitor target = companion == null ? type : companion.begin();
        int visibility = companion == null ? Opcodes.ACC_PRIVATE : 0;
        for (int i = 0; i < bridges.size(); i++) {
            write(bridges.get(i), target, visibility | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
        }
        if (companion != null) {
            companion.define();
        }
    }

    private static void write(Bridge bridge, ClassVisitor type, int access) {
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
