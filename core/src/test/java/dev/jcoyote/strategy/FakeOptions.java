package dev.jcoyote.strategy;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;

/** An enabled set that a test sets by hand: threads from 0, all enabled unless said otherwise. */
final class FakeOptions implements Options {
    final Operation[] operations;
    int[] enabled;
    int current = NONE;

    FakeOptions(int threads) {
        operations = new Operation[threads];
        enabled = new int[threads];
        for (int thread = 0; thread < threads; thread++) {
            operations[thread] = new Operation(thread);
            enabled[thread] = thread;
        }
    }

    FakeOptions enable(int... threads) {
        enabled = threads;
        return this;
    }

    FakeOptions write(int thread, int resource) {
        operations[thread].become(OperationKind.WRITE, resource, 0, true, Sites.UNKNOWN);
        return this;
    }

    FakeOptions read(int thread, int resource) {
        operations[thread].become(OperationKind.READ, resource, 0, false, Sites.UNKNOWN);
        return this;
    }

    FakeOptions become(int thread, OperationKind kind) {
        operations[thread].become(kind, Operation.NO_RESOURCE, 0, false, Sites.UNKNOWN);
        return this;
    }

    /** The thread is about to write a field there. */
    FakeOptions write(int thread, String type, String method, int line, String target) {
        int site = Sites.add(type, method, "Source.java", line, OperationKind.WRITE, true, target, false);
        operations[thread].become(OperationKind.WRITE, 1, 0, true, site);
        return this;
    }

    @Override
    public int size() {
        return enabled.length;
    }

    @Override
    public int thread(int position) {
        return enabled[position];
    }

    @Override
    public boolean contains(int thread) {
        for (int candidate : enabled) {
            if (candidate == thread) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Operation operation(int thread) {
        return operations[thread];
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int step() {
        return 1;
    }

    @Override
    public String path(int thread) {
        return thread == 0 ? "main" : "main." + thread;
    }

    @Override
    public int hash() {
        int hash = 0;
        for (int thread : enabled) {
            boolean isPlain = operations[thread].site() == Sites.UNKNOWN;
            hash += isPlain ? 0 : operations[thread].codeHash() * (thread + 1);
        }
        return hash;
    }
}
