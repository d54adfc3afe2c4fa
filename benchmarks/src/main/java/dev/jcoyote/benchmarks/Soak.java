package dev.jcoyote.benchmarks;

import dev.jcoyote.ExplorationListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs many executions of the first body in one exploration, and prints at ten moments what is left of them: live heap
 * after collections, class metadata, compiled code, threads and open files. Ends with status 1 if heap, metadata, threads
 * or files grow between the first and the last of these. Arguments: the number of executions, 1,000,000 if absent; the
 * engine, {@code auto} if absent.
 */
public final class Soak implements ExplorationListener {
    private static final int MOMENTS = 10;

    /** Growth that is noise: the JVM's own services take and give back so much at any time. */
    private static final Left NOISE = new Left(256, 128, Long.MAX_VALUE, 1, 2);

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final int executions;
    private final List<Left> moments = new ArrayList<>();

    private Soak(int executions) {
        this.executions = executions;
    }

    /** What is left: KiB of heap, metadata and compiled code, threads, files. */
    private record Left(long heap, long metadata, long code, long threads, long files) {
        static Left now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            return new Left(heap, pools("Metaspace"), pools("CodeHeap") + pools("CodeCache"), threads, openFiles());
        }

        private static long pools(String name) {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().startsWith(name))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum()
                    / 1024;
        }

        /** 0 where the system does not tell. */
        private static long openFiles() {
            if (!Files.isDirectory(OPEN_FILES)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(OPEN_FILES)) {
                return files.count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean exceeds(Left before) {
            return heap - before.heap > NOISE.heap
                    || metadata - before.metadata > NOISE.metadata
                    || threads - before.threads > NOISE.threads
                    || files - before.files > NOISE.files;
        }

        void print(String when) {
            System.out.printf("%10s %10d %14d %10d %8d %6d%n", when, heap, metadata, code, threads, files);
        }
    }

    /** Runs the first body of {@link Bodies}. */
    public static void main(String[] args) {
        int executions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        String engine = args.length > 1 ? args[1] : "auto";
        Measured.attach();
        System.out.println(Figures.machine());
        System.out.printf(
                "%10s %10s %14s %10s %8s %6s%n",
                "executions", "heap KiB", "metadata KiB", "code KiB", "threads", "files");
        Soak soak = new Soak(executions);
        Measured.explore(
                Measured.on(engine).withIterations(executions + 1).withListener(soak),
                () -> Bodies.atomics(Launcher.NEW_THREADS));
        Left.now().print("after");
        boolean grows = soak.moments.get(MOMENTS).exceeds(soak.moments.get(1));
        System.out.println(grows ? "It grows." : "Nothing grows.");
        System.exit(grows ? 1 : 0);
    }

    @Override
    public void executionBegins(int number) {
        if ((number - 1) % (executions / MOMENTS) == 0) {
            Left left = Left.now();
            moments.add(left);
            left.print(Integer.toString(number - 1));
        }
    }
}
