package dev.jcoyote.control;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.sync.Monitors;
import org.jspecify.annotations.Nullable;

/** Calls of collections and of their iterators and views: which are scheduling points, and of what. */
final class CalledCollections {
    private final Scheduler scheduler;
    private final ResourceTable resources;
    private final Monitors monitors;
    private final Accesses accesses;
    private final ReceiverKinds kinds = new ReceiverKinds();
    private final Views views;

    CalledCollections(Scheduler scheduler, ResourceTable resources, Monitors monitors, Accesses accesses) {
        this.scheduler = scheduler;
        this.resources = resources;
        this.monitors = monitors;
        this.accesses = accesses;
        this.views = new Views(resources);
    }

    /** An execution begins. */
    void begin() {
        views.begin();
    }

    /** Before a call through an interface of {@code java.util}, or of a class whose objects other threads may call. */
    void called(Object receiver, int site) {
        switch (kinds.of(receiver)) {
            case CONCURRENT -> {
                views.called(receiver, site);
                point(receiver, site);
            }
            case SYNCHRONIZED -> {
                point(receiver, site);
                monitors.awaitFree(receiver);
            }
            case PLAIN -> {
                views.called(receiver, site);
                accesses.called(receiver, site);
            }
            case VIEW -> viewed(views.behind(receiver), site);
            case OTHER -> {}
        }
    }

    /** An iterator or a view is called that reads this. The iterators of Vector and the like take its monitor themselves. */
    private void viewed(@Nullable Object read, int site) {
        if (read == null) {
            return;
        }
        ReceiverKinds.Kind kind = kinds.of(read);
        if (kind == ReceiverKinds.Kind.CONCURRENT) {
            point(read, site);
        } else if (kind == ReceiverKinds.Kind.PLAIN) {
            accesses.called(read, site);
        }
    }

    private void point(Object receiver, int site) {
        scheduler.point(Sites.kind(site), resources.idOf(receiver), Sites.slot(site), Sites.isWrite(site), site);
    }

    /** Before JDK code calls what may be a collection with a monitor. */
    void awaitNested(Object monitor, boolean certain) {
        if (certain || kinds.of(monitor) == ReceiverKinds.Kind.SYNCHRONIZED) {
            monitors.awaitNested(monitor);
        }
    }
}
