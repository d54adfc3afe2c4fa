package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls in the code of one method, by position. */
final class MethodCalls {
    /** The call of an instruction that may call anything. */
    static final Call ANY = new Call("", "");

    private final String descriptor;
    private final BitSet instructions = new BitSet();
    private final Map<Integer, Call> calls = new HashMap<>();
    private final List<int[]> lines = new ArrayList<>();

    MethodCalls(String descriptor) {
        this.descriptor = descriptor;
    }

    /** What an instruction calls. */
    record Call(String name, String descriptor) {
        /**
         * Whether that may be a method of that name.
         *
         * @param methods which of that name it can be; any if there are none
         */
        boolean mayReach(String called, List<MethodCalls> methods) {
            return name.isEmpty() || (name.equals(called) && (methods.isEmpty() || isAmong(methods)));
        }

        private boolean isAmong(List<MethodCalls> methods) {
            for (MethodCalls method : methods) {
                if (method.descriptor.equals(descriptor)) {
                    return true;
                }
            }
            return false;
        }
    }

    void instruction(int position) {
        instructions.set(position);
    }

    /** The instruction is a call. */
    void call(int position, Call call) {
        calls.put(position, call);
    }

    /** A line begins. */
    void line(int position, int line) {
        lines.add(new int[] {position, line});
    }

    /** What is called there; null if that instruction is no call. */
    @Nullable
    Call calledAt(int position) {
        return calls.get(position);
    }

    /**
     * Whether the code that runs can be this one: if an instruction begins there that is of that line. If not, the class
     * was changed once more after it was read.
     */
    boolean isPlausible(int position, int line) {
        if (position < 0 || !instructions.get(position)) {
            return false;
        }
        int start = -1;
        for (int[] entry : lines) {
            if (entry[0] <= position) {
                start = Math.max(start, entry[0]);
            }
        }
        if (start < 0) {
            return line < 0;
        }
        for (int[] entry : lines) {
            // Two lines may begin at the same position: JVMs differ in which they tell.
            if (entry[0] == start && entry[1] == line) {
                return true;
            }
        }
        return false;
    }
}
