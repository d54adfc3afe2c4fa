package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The part of a stack that is the program's: without frames of the tool, of reflection, and with names of one run. */
public final class ProgramStack {
    private static final String TOOL = "dev.jcoyote.";

    /** Packages below {@link #TOOL} that are not the tool's. */
    private static final Set<String> NOT_TOOL = Set.of("examples", "scenarios", "benchmarks");

    private ProgramStack() {}

    /** The program's frames, each without loader and module, in their order. */
    public static List<StackTraceElement> of(StackTraceElement[] stack) {
        List<StackTraceElement> frames = new ArrayList<>(stack.length);
        for (StackTraceElement frame : stack) {
            if (isProgram(frame)) {
                frames.add(new StackTraceElement(
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber()));
            }
        }
        return frames;
    }

    /** The frames that the thread shows to the program: without the tool's where it is suspended and where it began. */
    public static StackTraceElement[] withoutTool(StackTraceElement[] stack) {
        int begin = 0;
        int end = stack.length;
        while (begin < end && isTool(stack[begin])) {
            begin++;
        }
        while (end > begin && isTool(stack[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(stack, begin, end);
    }

    private static boolean isTool(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("jdk.internal.vm.Continuation") || (!isProgram(frame) && name.startsWith(TOOL));
    }

    private static boolean isProgram(StackTraceElement frame) {
        String name = frame.getClassName();
        if (name.contains("$$Lambda")) {
            // Its name holds an address of one run, and its caller's says enough.
            return false;
        }
        if (name.startsWith(TOOL)) {
            String rest = name.substring(TOOL.length());
            int dot = rest.indexOf('.');
            return dot >= 0 && NOT_TOOL.contains(rest.substring(0, dot));
        }
        return !name.contains("LambdaForm")
                && !name.startsWith("jdk.internal.")
                && !name.startsWith("java.lang.invoke.")
                && !name.startsWith("java.lang.reflect.")
                && !(name.equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace"));
    }
}
