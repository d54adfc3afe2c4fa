package dev.jcoyote.control;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Hearing;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Scheduler;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells the observer of accesses that are no scheduling points.
 *
 * <p>What happens while the JVM loads, links or initialises classes is not told: it happens in one execution of many, and
 * comes before all uses of the class.
 */
final class Accesses {
    /** The table keeps its objects alive: a program that creates more is not heard about the rest. */
    private static final int MOST_OBJECTS = 1 << 20;

    private final Scheduler scheduler;
    private final ResourceTable resources;
    private final PlainCallReads reads = new PlainCallReads();

    /** The numbers of the collections that have come to a point where they race. */
    private final BitSet racing = new BitSet();

    /** Whether objects that are created get their numbers then: identity hash codes depend on it. */
    private boolean numbersCreated;

    private int momentBefore;
    private int stepBefore;

    Accesses(Scheduler scheduler, ResourceTable resources) {
        this.scheduler = scheduler;
        this.resources = resources;
    }

    /** An execution begins. */
    void begin() {
        racing.clear();
        Observer observer = scheduler.observer();
        numbersCreated = observer.hearsCreation();
        Hearing.begin(
                observer.hearsPlain(),
                observer.hearsSynchronizing(),
                observer.hearsQueues(),
                numbersCreated || observer.hearsMaking());
    }

    /** It is over. */
    void end() {
        Hearing.end();
    }

    /** The running thread enters what no choice may interrupt. */
    void enterAtomic(ControlledThread me) {
        if (me.atomicDepth++ == 0) {
            momentBefore = Control.moment;
            stepBefore = scheduler.step();
        }
    }

    /** The running thread leaves it: it was not there in other executions, which shall hear the same. */
    void leaveAtomic(ControlledThread me) {
        if (me.atomicDepth > 0 && --me.atomicDepth == 0 && stepBefore == scheduler.step()) {
            Control.moment = momentBefore;
        }
    }

    /**
     * A collection that is not thread-safe is called: that is an access of all of it, and a point where it races. From the
     * first such point on all calls of the collection are points, for races are not looked for between two choices: the
     * call of {@code iterator()} races, and what comes of it shows in {@code next()}.
     */
    void called(Object receiver, int site) {
        if (Hearing.isPlain()) {
            boolean write = reads.isWrite(site);
            int resource = numberOf(receiver);
            if (resource != Operation.NO_RESOURCE && (racing.get(resource) || Sites.isPromoted(site))) {
                racing.set(resource);
                scheduler.point(Sites.kind(site), resource, 0, write, site);
            }
            plain(receiver, 0, write, site);
        }
    }

    void plain(@Nullable Object object, int slot, int site) {
        plain(object, slot, Sites.isWrite(site), site);
    }

    private void plain(@Nullable Object object, int slot, boolean write, int site) {
        ControlledThread me = scheduler.running();
        if (me.atomicDepth > 0 || me.initializing > 0) {
            Hearing.forgetLast();
        } else {
            int resource = numberOf(object);
            if (resource != Operation.NO_RESOURCE || object == null) {
                scheduler.observer().plain(me.id(), resource, slot, write, site);
            }
        }
    }

    private int numberOf(@Nullable Object object) {
        return object != null && resources.size() >= MOST_OBJECTS ? resources.find(object) : resources.idOf(object);
    }

    void touched(@Nullable Object object, int slot, int site) {
        ControlledThread me = scheduler.running();
        if (me.atomicDepth == 0) {
            Control.moment++;
            scheduler.observer().synchronizing(me.id(), resources.idOf(object), slot, Sites.isWrite(site), site);
        }
    }

    void created(Object object) {
        ControlledThread me = scheduler.running();
        if (me.atomicDepth == 0) {
            scheduler.observer().made(me.id(), object);
            if (numbersCreated) {
                scheduler.observer().created(me.id(), resources.idOf(object));
            }
        }
    }
}
