package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.scheduler.ProgramStack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which code the reader wrote, and which is of the JDK and of libraries: that is told as the call that leads there. */
public final class Program {
    /** All code but the JDK's. */
    public static final Program ALL = new Program("");

    private final String prefix;

    private Program(String prefix) {
        this.prefix = prefix;
    }

    /** The code that belongs to the class of that name: its package begins with the same two words. */
    public static Program of(String className) {
        String[] words = className.split("\\.", -1);
        return words.length < 3 ? ALL : new Program(words[0] + "." + words[1] + ".");
    }

    /** Whether the code position is in it. */
    boolean contains(int site) {
        return site != Sites.UNKNOWN && contains(Sites.frame(site));
    }

    /** Whether the frame is of it. */
    boolean contains(StackTraceElement frame) {
        return frame.getClassName().startsWith(prefix) && !ProgramStack.isOfJdk(frame);
    }

    /** The position in the stack, innermost first, of the first frame that is of it; -1 if none is. */
    int first(List<StackTraceElement> stack) {
        for (int i = 0; i < stack.size(); i++) {
            if (contains(stack.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The innermost frame that is of it; null if none is. */
    @Nullable
    StackTraceElement frame(List<StackTraceElement> stack) {
        int first = first(stack);
        return first < 0 ? null : stack.get(first);
    }

    /** The call in it that the stack is in: {@code List.add()}. */
    String call(List<StackTraceElement> stack) {
        int first = first(stack);
        if (first <= 0) {
            return "goes on";
        }
        StackTraceElement callee = stack.get(first - 1);
        String type = callee.getClassName();
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return callee.getMethodName().equals("<init>")
                ? "new " + name + "()"
                : name + "." + callee.getMethodName() + "()";
    }
}
