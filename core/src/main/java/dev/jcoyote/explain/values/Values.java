package dev.jcoyote.explain.values;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.explain.memory.State;
import dev.jcoyote.explain.names.CodeVariables;
import dev.jcoyote.explain.names.Names;
import dev.jcoyote.install.Installer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records the values that the steps of an execution read and write: what is in memory when a thread goes on with the access,
 * and what is there at its next hook. Meanwhile no other thread runs.
 *
 * <p>It is for the one execution that is explained, since each access costs it a look at memory.
 */
public final class Values implements Observer {
    /** Those after it have no values. */
    private static final int MOST = 100_000;

    private final Places places;
    private final List<Access> plain = new ArrayList<>();

    /** By the operation's position in the log. */
    private final Map<Integer, Access> byEvent = new HashMap<>();

    private @Nullable ResourceTable resources;
    private int event = -1;

    /** The access that has begun last, while it may not have happened yet. */
    private @Nullable Access open;

    private @Nullable Place place;

    /** Whether the operation's access was told of as a plain one, too. */
    private boolean isToldTwice;

    /** Creates one for a program whose classes that loader finds. */
    public Values(Installer installer, @Nullable ClassLoader loader) {
        places = new Places(new CodeVariables(installer, loader), loader);
    }

    @Override
    public void begin(ResourceTable table) {
        resources = table;
        plain.clear();
        byEvent.clear();
        event = -1;
        open = null;
        place = null;
    }

    @Override
    public boolean hearsPlain() {
        return true;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        close();
        event++;
        isToldTwice = false;
        switch (kind) {
            case READ, WRITE, PLAIN_READ, PLAIN_WRITE, CALL, PARK -> {
                Access access = open(
                        operation.thread(),
                        operation.resource(),
                        operation.slot(),
                        operation.isWrite(),
                        operation.site());
                if (access != null) {
                    byEvent.put(event, access);
                }
            }
            default -> {}
        }
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        if (open != null
                && open.isOf(event, thread, resource, slot, site)
                && byEvent.get(event) == open
                && !isToldTwice) {
            // A call that is a scheduling point as well, and has not happened yet.
            isToldTwice = true;
            plain.add(open);
            return;
        }
        close();
        if (isFull()) {
            return;
        }
        // The next access like it counts as another one: its value may be another.
        Control.moment++;
        Access access = open(thread, resource, slot, write, site);
        plain.add(access == null ? new Access(event, thread, resource, slot, write, site, State.NONE) : access);
    }

    private boolean isFull() {
        return byEvent.size() + plain.size() >= MOST;
    }

    private @Nullable Access open(int thread, int resource, int slot, boolean write, int site) {
        if (isFull() || resources == null) {
            return null;
        }
        Object object = resource == Operation.NO_RESOURCE ? null : resources.object(resource);
        Place touched = places.of(object, slot, site);
        if (touched == null) {
            return null;
        }
        Access access = new Access(event, thread, resource, slot, write, site, touched.read());
        open = access;
        place = touched;
        return access;
    }

    /** The last access has happened. */
    private void close() {
        if (open != null && place != null) {
            open.after = place.read();
        }
        open = null;
        place = null;
    }

    @Override
    public void pending(Operation operation) {
        close();
    }

    @Override
    public void blocked(Operation operation) {
        close();
    }

    @Override
    public void started(int thread, int child) {
        close();
    }

    @Override
    public void ended(int thread) {
        close();
    }

    /** What was recorded of the execution, which is over, as texts with those names. */
    public ValueTexts texts(Names names) {
        close();
        return new ValueTexts(byEvent, plain, names);
    }
}
