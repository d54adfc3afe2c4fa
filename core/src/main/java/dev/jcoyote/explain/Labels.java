package dev.jcoyote.explain;

import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What explanations call threads: their names where those are short and tell them apart, else their paths. */
public final class Labels {
    private static final int LONGEST = 24;

    /** The common pool's threads are known by the rest of their names. */
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-";

    private final ThreadRegistry threads;
    private final String[] labels;

    /** Names those threads. */
    public Labels(ThreadRegistry threads) {
        this.threads = threads;
        labels = new String[threads.size()];
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            counts.merge(name(threads, i), 1, Integer::sum);
        }
        for (int i = 0; i < labels.length; i++) {
            String name = name(threads, i);
            boolean fits = !name.isBlank() && name.length() <= LONGEST && counts.getOrDefault(name, 1) == 1;
            labels[i] = fits ? name : threads.get(i).path();
        }
    }

    private static String name(ThreadRegistry threads, int thread) {
        String name = threads.get(thread).thread().getName();
        return name.startsWith(COMMON_POOL) ? name.substring(COMMON_POOL.length()) : name;
    }

    /** What the thread of that path is called; the path if there is none. */
    public String ofPath(String path) {
        ControlledThread thread = threads.find(path);
        return thread == null ? path : labels[thread.id()];
    }

    /** What objects are called, by their numbers: threads by what they are called here, others by the given names. */
    public IntFunction<String> names(ResourceTable resources, IntFunction<String> others) {
        return resource -> {
            if (resource != Operation.NO_RESOURCE && resources.object(resource) instanceof Thread thread) {
                ControlledThread known = threads.find(thread);
                if (known != null) {
                    return of(known.id());
                }
            }
            return others.apply(resource);
        };
    }

    /** What the thread of that number is called. */
    public String of(int thread) {
        return labels[thread];
    }
}
