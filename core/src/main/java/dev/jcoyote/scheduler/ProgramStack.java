package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.ClassInitialization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The part of a stack that is the program's: without frames of the tool, of reflection, and with names of one run. */
public final class ProgramStack {
    private static final String TOOL = "dev.jcoyote.";

    /** Packages below {@link #TOOL} that are not the tool's. */
    private static final Set<String> NOT_TOOL = Set.of("examples", "scenarios", "benchmarks");

    /** The methods from which the tool runs the bodies of threads. */
    private static final Set<String> BEGINNINGS =
            Set.of("dev.jcoyote.control.ExecutionRunner.runMain", "dev.jcoyote.engine.fiber.ThreadLife.run");

    private ProgramStack() {}

    /** The program's frames, each without loader and module, in their order. */
    public static List<StackTraceElement> of(StackTraceElement[] stack) {
        List<StackTraceElement> frames = new ArrayList<>(stack.length);
        for (StackTraceElement frame : withoutTool(stack)) {
            if (isProgram(frame)) {
                frames.add(new StackTraceElement(
                        frame.getClassName(), methodName(frame), frame.getFileName(), frame.getLineNumber()));
            }
        }
        return frames;
    }

    /**
     * The frames that the thread shows to the program: without those by which the tool suspends it, and those from which
     * the tool runs its body. The same on every engine.
     */
    public static StackTraceElement[] withoutTool(StackTraceElement[] stack) {
        int end = 0;
        while (end < stack.length && !isBeginning(stack[end])) {
            end++;
        }
        int begin = 0;
        int suspended = firstOfTool(stack, end);
        while (suspended < end && isTool(stack[suspended])) {
            begin = ++suspended;
        }
        return Arrays.copyOfRange(stack, begin, end);
    }

    /** The tool's first frame, if only the JDK's are above it: those are of the tool's own call. */
    private static int firstOfTool(StackTraceElement[] stack, int end) {
        int frame = 0;
        while (frame < end
                && !isTool(stack[frame])
                && stack[frame].getClassName().startsWith("java.")) {
            frame++;
        }
        return frame;
    }

    /** The method as the program calls it: a static initialiser that runs anew is one of the class's methods. */
    private static String methodName(StackTraceElement frame) {
        String name = frame.getMethodName();
        return name.equals(ClassInitialization.INITIALIZER) ? "<clinit>" : name;
    }

    /** Whether the tool runs a thread's body from there. */
    private static boolean isBeginning(StackTraceElement frame) {
        return BEGINNINGS.contains(frame.getClassName() + "." + frame.getMethodName());
    }

    /** Whether a frame is of the JDK's own code. */
    public static boolean isOfJdk(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.");
    }

    private static boolean isTool(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("jdk.internal.")
                || name.startsWith("java.lang.Jcoyote")
                || name.startsWith("java.lang.invoke.")
                || isToolClass(name);
    }

    private static boolean isToolClass(String name) {
        if (!name.startsWith(TOOL)) {
            return false;
        }
        String rest = name.substring(TOOL.length());
        int dot = rest.indexOf('.');
        return dot < 0 || !NOT_TOOL.contains(rest.substring(0, dot));
    }

    private static boolean isProgram(StackTraceElement frame) {
        String name = frame.getClassName();
        String method = frame.getMethodName();
        if (method.startsWith(ClassInitialization.PREFIX) && !method.equals(ClassInitialization.INITIALIZER)) {
            return false;
        }
        if (name.contains("$$Lambda")) {
            // Its name holds an address of one run, and its caller's says enough.
            return false;
        }
        if (name.startsWith(TOOL)) {
            return !isToolClass(name);
        }
        return !name.contains("LambdaForm")
                && !name.startsWith("jdk.internal.")
                && !name.startsWith("java.lang.invoke.")
                && !name.startsWith("java.lang.reflect.")
                && !(name.equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace"));
    }
}
