package dev.jcoyote.scheduler;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether something that must happen is still to come: hot while it is, cold when it has happened. */
public final class Temperature {
    private final String name;
    private final @Nullable BooleanSupplier cold;
    private String state = "";

    /** The step at which it became hot; 0 while it is cold. */
    private int since;

    /** Creates a cold one, which that condition makes hot while it is false; null if the test body says when. */
    Temperature(String name, @Nullable BooleanSupplier cold) {
        this.name = name;
        this.cold = cold;
    }

    @Nullable
    BooleanSupplier condition() {
        return cold;
    }

    /** What it is about. */
    String name() {
        return name;
    }

    void become(boolean hot, String newState, int step) {
        state = newState;
        since = !hot ? 0 : since == 0 ? Math.max(1, step) : since;
    }

    boolean isHot() {
        return since != 0;
    }

    int since() {
        return since;
    }

    /** What it is now, for messages. */
    String demand() {
        return cold != null
                ? "\"" + name + "\" does not become true"
                : "\"" + name + "\" stays hot" + (state.isEmpty() ? "" : " (" + state + ")");
    }
}
