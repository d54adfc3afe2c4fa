package dev.jcoyote.sync;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.scheduler.ControlledThread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model of one object's monitor and wait set. */
final class Monitor {
    final Object object;

    /** The object's number among those that the execution touches. */
    final int resource;

    @Nullable
    ControlledThread owner;

    /** How often the owner has entered; 0 exactly when there is no owner. */
    int count;

    /** Where the owner entered first. */
    int takenAt = Sites.UNKNOWN;

    /** Those that want it: enabled while it has no owner, and disabled at the first choice while it has one. */
    final Contenders contenders = new Contenders();

    /** Whether there may be contenders that are disabled. */
    boolean keepsOthersWaiting;

    /** Whether it has been taken since the last choice. */
    boolean justTaken;

    /** Whether the owner entered it in a class of the JDK. */
    boolean isOfJdk;

    /** The threads in {@code Object.wait}, in order of their arrival. */
    final List<ControlledThread> waiters = new ArrayList<>(2);

    Monitor(Object object, int resource) {
        this.object = object;
        this.resource = resource;
    }
}
