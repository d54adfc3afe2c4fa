package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;

/** Two that hear the same, the one before the other. */
public final class BothObservers implements Observer {
    private final Observer first;
    private final Observer second;

    private BothObservers(Observer first, Observer second) {
        this.first = first;
        this.second = second;
    }

    /** Those of the two that hear anything. */
    public static Observer of(Observer first, Observer second) {
        if (first == NONE) {
            return second;
        }
        return second == NONE ? first : new BothObservers(first, second);
    }

    @Override
    public void begin(ResourceTable resources) {
        first.begin(resources);
        second.begin(resources);
    }

    @Override
    public void end() {
        first.end();
        second.end();
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        first.executed(operation, kind);
        second.executed(operation, kind);
    }

    @Override
    public void resumed(int thread) {
        first.resumed(thread);
        second.resumed(thread);
    }

    @Override
    public void pending(Operation operation) {
        first.pending(operation);
        second.pending(operation);
    }

    @Override
    public void blocked(Operation operation) {
        first.blocked(operation);
        second.blocked(operation);
    }

    @Override
    public void chosen(int thread, int value, int bound) {
        first.chosen(thread, value, bound);
        second.chosen(thread, value, bound);
    }

    @Override
    public void compareFailed(int thread) {
        first.compareFailed(thread);
        second.compareFailed(thread);
    }

    @Override
    public void started(int thread, int child) {
        first.started(thread, child);
        second.started(thread, child);
    }

    @Override
    public void ended(int thread) {
        first.ended(thread);
        second.ended(thread);
    }

    @Override
    public void joined(int thread, int ended) {
        first.joined(thread, ended);
        second.joined(thread, ended);
    }

    @Override
    public void acquired(int thread, int monitor) {
        first.acquired(thread, monitor);
        second.acquired(thread, monitor);
    }

    @Override
    public void released(int thread, int monitor) {
        first.released(thread, monitor);
        second.released(thread, monitor);
    }

    @Override
    public void woke(int thread, int sleeper) {
        first.woke(thread, sleeper);
        second.woke(thread, sleeper);
    }

    @Override
    public void unparked(int thread, int target) {
        first.unparked(thread, target);
        second.unparked(thread, target);
    }

    @Override
    public void parked(int thread) {
        first.parked(thread);
        second.parked(thread);
    }

    @Override
    public void interruptFlag(int thread, int target, boolean write) {
        first.interruptFlag(thread, target, write);
        second.interruptFlag(thread, target, write);
    }

    @Override
    public void expired(int thread) {
        first.expired(thread);
        second.expired(thread);
    }

    @Override
    public void clock(int thread) {
        first.clock(thread);
        second.clock(thread);
    }

    @Override
    public void bystands(int thread, boolean enters) {
        first.bystands(thread, enters);
        second.bystands(thread, enters);
    }

    @Override
    public boolean hearsPlain() {
        return first.hearsPlain() || second.hearsPlain();
    }

    @Override
    public boolean hearsSynchronizing() {
        return first.hearsSynchronizing() || second.hearsSynchronizing();
    }

    @Override
    public boolean hearsQueues() {
        return first.hearsQueues() || second.hearsQueues();
    }

    @Override
    public boolean hearsCreation() {
        return first.hearsCreation() || second.hearsCreation();
    }

    @Override
    public boolean hearsMaking() {
        return first.hearsMaking() || second.hearsMaking();
    }

    @Override
    public void synchronizing(int thread, int resource, int slot, boolean write, int site) {
        first.synchronizing(thread, resource, slot, write, site);
        second.synchronizing(thread, resource, slot, write, site);
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        first.plain(thread, resource, slot, write, site);
        second.plain(thread, resource, slot, write, site);
    }

    @Override
    public void made(int thread, Object object) {
        first.made(thread, object);
        second.made(thread, object);
    }

    @Override
    public void created(int thread, int resource) {
        first.created(thread, resource);
        second.created(thread, resource);
    }

    @Override
    public void judged(int thread) {
        first.judged(thread);
        second.judged(thread);
    }
}
