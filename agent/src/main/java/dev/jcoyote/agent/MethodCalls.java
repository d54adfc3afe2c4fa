package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls in the code of one method, by position. */
final class MethodCalls {
    /** What is called by an instruction that may call anything. */
    static final String ANY = "";

    private final BitSet instructions = new BitSet();
    private final Map<Integer, String> calls = new HashMap<>();
    private final List<int[]> lines = new ArrayList<>();

    void instruction(int position) {
        instructions.set(position);
    }

    /** The instruction calls the method of that name and descriptor. */
    void call(int position, String called) {
        calls.put(position, called);
    }

    /** A line begins. */
    void line(int position, int line) {
        lines.add(new int[] {position, line});
    }

    /** The name and descriptor of what is called there; null if that instruction is no call. */
    @Nullable
    String calledAt(int position) {
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
