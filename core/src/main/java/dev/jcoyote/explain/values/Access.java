package dev.jcoyote.explain.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One access and the values before and after it. */
final class Access {
    final int event;
    final int thread;
    final int resource;
    final int slot;
    final boolean write;
    final int site;
    final @Nullable Object before;

    @Nullable
    Object after;

    Access(int event, int thread, int resource, int slot, boolean write, int site, @Nullable Object before) {
        this.event = event;
        this.thread = thread;
        this.resource = resource;
        this.slot = slot;
        this.write = write;
        this.site = site;
        this.before = before;
        this.after = before;
    }

    /** Whether it is the access of that step to that part of an object. */
    boolean isOf(int step, int byThread, int object, int part, int position) {
        return event == step && thread == byThread && resource == object && slot == part && site == position;
    }

    /** Which of several places it was: the one that has changed, or the only one; -1 if that is not known. */
    int place() {
        if (!(before instanceof Place.Several first) || !(after instanceof Place.Several second)) {
            return -1;
        }
        List<@Nullable Object> values = first.values();
        for (int i = 0; i < values.size(); i++) {
            if (isChanged(values.get(i), second.values().get(i))) {
                return i;
            }
        }
        return values.size() == 1 ? 0 : -1;
    }

    /** Boxes of the same primitive value may be two objects. */
    @SuppressWarnings("ReferenceEquality") // not to run code of the program
    private static boolean isChanged(@Nullable Object first, @Nullable Object second) {
        if (first instanceof Number || first instanceof Boolean || first instanceof Character) {
            return first.getClass().getClassLoader() == null ? !first.equals(second) : first != second;
        }
        return first != second;
    }
}
