package dev.jcoyote.sync;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.scheduler.ControlledThread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model of one object's monitor and wait set. */
final class Monitor {
    final Object object;

    @Nullable
    ControlledThread owner;

    /** How often the owner has entered; 0 exactly when there is no owner. */
    int count;

    /** Where the owner entered first. */
    int takenAt = Sites.UNKNOWN;

    /** The threads whose pending operation takes this monitor, enabled exactly while it has no owner. */
    final List<ControlledThread> contenders = new ArrayList<>(2);

    /** The threads in {@code Object.wait}, in order of their arrival. */
    final List<ControlledThread> waiters = new ArrayList<>(2);

    Monitor(Object object) {
        this.object = object;
    }
}
