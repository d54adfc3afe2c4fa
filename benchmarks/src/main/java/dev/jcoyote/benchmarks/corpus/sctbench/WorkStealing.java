package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Defect;
import dev.jcoyote.benchmarks.corpus.Program;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.sctbench.WorkStealQueue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The four programs around {@link WorkStealQueue}, from the tests of CHESS (Musuvathi and others, OSDI 2008). In the first
 * two the queue lets its owner overwrite what is being stolen; in the two "with state" it does not, but threads race in
 * {@link CallStacks}.
 */
final class WorkStealing {
    private static final int ITEMS = 4;
    private static final int STEALS = 2;

    private WorkStealing() {}

    /** One program's settings: how many steal, whether the owner is a thread of its own and pushes all items first. */
    private record Setting(int stealers, boolean ownThread, boolean pushAllFirst) {
        TestBody on(WorkStealQueue queue, CallTrace trace) {
            return () -> {
                List<Item> items = new ArrayList<>();
                for (int i = 0; i < ITEMS; i++) {
                    items.add(new Item());
                }
                trace.enter(0, 0);
                Threads threads = new Threads();
                for (int i = 1; i <= stealers; i++) {
                    int thread = i;
                    threads.start(() -> steal(queue, trace, thread));
                }
                if (ownThread) {
                    threads.start(() -> own(queue, trace, items));
                } else {
                    own(queue, trace, items);
                }
                threads.join();
                items.forEach(Item::check);
            };
        }

        private void steal(WorkStealQueue queue, CallTrace trace, int thread) {
            trace.enter(thread, 0);
            for (int i = 0; i < STEALS; i++) {
                trace.at(thread, 0, i);
                queue.steal(thread);
            }
            trace.leave(thread);
        }

        private void own(WorkStealQueue queue, CallTrace trace, List<Item> items) {
            for (int i = 0; i < ITEMS; i++) {
                trace.at(0, 1, i);
                queue.push(items.get(i), 0);
                if (!pushAllFirst && i % 2 == 1) {
                    trace.at(0, 3, i);
                    queue.pop(0);
                }
            }
            for (int i = 0; i < (pushAllFirst ? ITEMS : ITEMS / 2); i++) {
                trace.at(0, 4, i);
                queue.pop(0);
            }
            trace.at(0, 5, 0);
        }
    }

    static Program blocking() {
        return ofQueue("WorkStealQueue", new Setting(1, false, false), QueueLock.Blocking::new);
    }

    static Program interlocked() {
        return ofQueue("InterlockedWorkStealQueue", new Setting(1, true, false), QueueLock.Spinning::new);
    }

    static Program interlockedWithState() {
        return withState("InterlockedWorkStealQueueWithState", new Setting(2, true, false));
    }

    static Program withState() {
        return withState("StateWorkStealQueue", new Setting(2, true, true));
    }

    private static Program ofQueue(String name, Setting setting, Supplier<QueueLock> locks) {
        return Program.of(
                name,
                Defect.VARIOUS,
                fixed -> setting.on(new WorkStealQueue(2, !fixed, locks.get(), CallTrace.NONE), CallTrace.NONE));
    }

    private static Program withState(String name, Setting setting) {
        return Program.of(name, Defect.VARIOUS, fixed -> {
            CallTrace stacks = new CallStacks(fixed ? setting.stealers + 1 : 0);
            return setting.on(new WorkStealQueue(2, false, new QueueLock.Spinning(), stacks), stacks);
        });
    }
}
