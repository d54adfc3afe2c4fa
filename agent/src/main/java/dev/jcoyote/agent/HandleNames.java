package dev.jcoyote.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of the fields that a method of the JDK accesses by VarHandle or Unsafe, told from the constants that it loads for
 * that: {@code SIZECTL} stands for {@code sizeCtl}. A constant's load and its use are properly nested.
 */
final class HandleNames {
    private static final String VAR_HANDLE = "Ljava/lang/invoke/VarHandle;";

    private final Deque<String> handles = new ArrayDeque<>();
    private final Deque<String> offsets = new ArrayDeque<>();

    /** A static field is loaded. */
    void loaded(String owner, String field, String descriptor) {
        if (!field.equals(field.toUpperCase(Locale.ROOT))) {
            return;
        }
        if (descriptor.equals(VAR_HANDLE)) {
            handles.push(ofConstant(owner, field));
        } else if (descriptor.equals("J")) {
            offsets.push(ofConstant(owner, field));
        }
    }

    /** The field that a call accesses, as {@link #of} has it; empty for all of the object. */
    String usedBy(Call call) {
        @Nullable String name = call.type().equals("java/lang/invoke/VarHandle") ? handles.poll() : offsets.poll();
        return name == null ? "" : name;
    }

    /** What a field is called in a site, so that its accesses of both kinds have the same name. */
    static String of(String field) {
        return field.toLowerCase(Locale.ROOT);
    }

    /** The field that a constant stands for; empty for an array. */
    static String ofConstant(String owner, String constant) {
        switch (constant) {
            case "AA", "QA", "ABASE" -> {
                return "";
            }
            case "CELLVALUE" -> {
                return "value";
            }
            case "WAITERTHREAD" -> {
                return "waiter";
            }
            default -> {
                String name = constant.replace("_", "").toLowerCase(Locale.ROOT);
                // QHEAD and SHEAD, up to JDK 20
                boolean isPrefixed = owner.startsWith("java/util/concurrent/SynchronousQueue$Transfer")
                        && (name.startsWith("q") || name.startsWith("s"));
                return isPrefixed ? name.substring(1) : name;
            }
        }
    }
}
