package dev.jcoyote.agent;

import dev.jcoyote.bridge.CallSites;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges whether one frame of a stack has called the next: by the caller's code, and by what the JVM calls itself. */
final class FrameCalls implements CallSites {
    /** Packages of the JDK whose methods the JVM calls in the middle of other code. */
    private static final String[] CALLED_BY_JVM = {"java.lang.invoke.", "java.lang.ref.", "jdk.", "sun."};

    private final CallSiteRecorder recorder;

    FrameCalls(CallSiteRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public boolean mayCall(StackFrame caller, StackFrame callee) {
        if (caller.isNativeMethod() || isCalledByJvm(callee)) {
            return true;
        }
        CallTable table = tableOf(caller);
        if (table == null) {
            return true;
        }
        CallTable called = tableOf(callee);
        return table.mayCall(caller, callee, called == null ? List.of() : called.methodsAt(callee));
    }

    private @Nullable CallTable tableOf(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type.isHidden() ? null : recorder.tableOf(type);
    }

    /** Whether the JVM may call that method at any instruction: to load, link or initialize a class, or to throw. */
    private static boolean isCalledByJvm(StackFrame callee) {
        Class<?> type = callee.getDeclaringClass();
        String method = callee.getMethodName();
        if (type.isHidden()
                || method.equals("<clinit>")
                || type == ClassLoader.class
                || (method.equals("loadClass") && ClassLoader.class.isAssignableFrom(type))
                || (method.equals("<init>") && Throwable.class.isAssignableFrom(type))) {
            return true;
        }
        String name = type.getName();
        for (String prefix : CALLED_BY_JVM) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
