package dev.jcoyote.agent;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The calls in the code of one class, by method and position.
 *
 * <p>The method of a frame is told by its name, position and line. Asking the frame for its descriptor makes the JDK intern
 * a method type, which takes a lock that a thread may hold whom the debugger has stopped.
 */
final class CallTable {
    /** By name. */
    private final Map<String, List<MethodCalls>> methods = new HashMap<>();

    private CallTable() {}

    /** Reads them from a class file. */
    static CallTable of(byte[] file) {
        CallTable table = new CallTable();
        PositionReader reader = new PositionReader(file);
        reader.accept(table.new Methods(reader), ClassReader.SKIP_FRAMES);
        return table;
    }

    /** The methods that a frame of this class may be in; none if its code is not the one that was read. */
    List<MethodCalls> methodsAt(StackFrame frame) {
        List<MethodCalls> found = new ArrayList<>(1);
        for (MethodCalls method : methods.getOrDefault(frame.getMethodName(), List.of())) {
            if (method.isPlausible(frame.getByteCodeIndex(), frame.getLineNumber())) {
                found.add(method);
            }
        }
        return found;
    }

    /**
     * Whether the instruction of the first frame, which is in this class, may have called the second's method.
     *
     * @param callees the methods that the second may be in; any of its name if there are none
     * @return true as well if the first frame's code is not the one that was read
     */
    boolean mayCall(StackFrame caller, StackFrame callee, List<MethodCalls> callees) {
        List<MethodCalls> callers = methodsAt(caller);
        for (MethodCalls method : callers) {
            MethodCalls.Call call = method.calledAt(caller.getByteCodeIndex());
            if (call != null && call.mayReach(callee.getMethodName(), callees)) {
                return true;
            }
        }
        return callers.isEmpty();
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
            MethodCalls calls = new MethodCalls(descriptor);
            List<MethodCalls> ofName = methods.get(name);
            if (ofName == null) {
                ofName = new ArrayList<>(1);
                methods.put(name, ofName);
            }
            ofName.add(calls);
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
            calls.call(reader.position, polymorphic ? MethodCalls.ANY : new MethodCalls.Call(name, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            calls.call(reader.position, MethodCalls.ANY);
        }
    }
}
