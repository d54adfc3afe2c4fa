package dev.jcoyote.agent;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The calls in the code of one class, by method and position. */
final class CallTable {
    private final Map<String, MethodCalls> methods = new HashMap<>();

    private CallTable() {}

    /** Reads them from a class file. */
    static CallTable of(byte[] file) {
        CallTable table = new CallTable();
        PositionReader reader = new PositionReader(file);
        reader.accept(table.new Methods(reader), ClassReader.SKIP_FRAMES);
        return table;
    }

    /** Whether the instruction of the first frame may have called the second's method, or none of it is known. */
    boolean mayCall(StackFrame caller, StackFrame callee) {
        MethodCalls calls = methods.get(caller.getMethodName() + caller.getDescriptor());
        int position = caller.getByteCodeIndex();
        if (calls == null || !calls.isPlausible(position, caller.getLineNumber())) {
            return true;
        }
        String called = calls.calledAt(position);
        return called != null
                && (called.equals(MethodCalls.ANY) || called.equals(callee.getMethodName() + callee.getDescriptor()));
    }

    /** A reader that knows where it is. */
    private static final class PositionReader extends ClassReader {
        private @Nullable MethodCalls current;
        private int position;

        PositionReader(byte[] file) {
            super(file);
        }

        @Override
        protected void readBytecodeInstructionOffset(int offset) {
            position = offset;
            if (current != null) {
                current.instruction(offset);
            }
        }
    }

    private final class Methods extends ClassVisitor {
        private final PositionReader reader;

        Methods(PositionReader reader) {
            super(Opcodes.ASM9);
            this.reader = reader;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodCalls calls = new MethodCalls();
            methods.put(name + descriptor, calls);
            reader.current = calls;
            return new Code(calls, reader);
        }
    }

    private static final class Code extends MethodVisitor {
        private final MethodCalls calls;
        private final PositionReader reader;

        Code(MethodCalls calls, PositionReader reader) {
            super(Opcodes.ASM9);
            this.calls = calls;
            this.reader = reader;
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            calls.line(reader.position, line);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean polymorphic =
                    owner.equals("java/lang/invoke/MethodHandle") || owner.equals("java/lang/invoke/VarHandle");
            calls.call(reader.position, polymorphic ? MethodCalls.ANY : name + descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            calls.call(reader.position, MethodCalls.ANY);
        }
    }
}
