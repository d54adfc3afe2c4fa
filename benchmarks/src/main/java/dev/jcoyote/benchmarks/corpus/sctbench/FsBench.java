package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.ArrayList;
import java.util.List;

/**
 * The file system's allocation of blocks with a thread more than it has locks: every execution fails (SCTBench: fsbench).
 */
final class FsBench implements TestBody {
    private static final int BLOCKS = 26;
    private static final int INODES = 32;
    private static final int THREADS = 27;

    private final List<Object> inodeLocks;
    private final List<Object> blockLocks;
    private final boolean[] busy = new boolean[BLOCKS];
    private final int[] inodes = new int[INODES];

    FsBench(boolean fixed) {
        inodeLocks = locks(fixed ? INODES : BLOCKS);
        blockLocks = locks(BLOCKS);
    }

    private static List<Object> locks(int number) {
        List<Object> locks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            locks.add(new Object());
        }
        return locks;
    }

    @Override
    public void run() throws InterruptedException {
        Threads threads = new Threads();
        for (int i = 0; i < THREADS; i++) {
            int inode = i % INODES;
            threads.start(() -> allocate(inode));
        }
        threads.join();
    }

    private void allocate(int inode) {
        synchronized (inodeLocks.get(inode)) {
            if (inodes[inode] != 0) {
                return;
            }
            int block = inode * 2 % BLOCKS;
            for (int i = 0; i < BLOCKS / 2; i++) {
                synchronized (blockLocks.get(block)) {
                    if (!busy[block]) {
                        busy[block] = true;
                        inodes[inode] = block + 1;
                        return;
                    }
                }
                block = (block + 1) % BLOCKS;
            }
        }
    }
}
