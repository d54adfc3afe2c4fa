package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.List;

/**
 * Threads that give a free block to an inode each, under a lock for each block and each inode: up to 13 threads never want
 * the same block (Flanagan and Godefroid, POPL 2005).
 */
final class FileSystem implements TestBody {
    private static final int BLOCKS = 26;
    private static final int INODES = 32;

    private final int threads;
    private final List<Object> inodeLocks = Variables.locks(INODES);
    private final List<Object> blockLocks = Variables.locks(BLOCKS);
    private final int[] inodes = new int[INODES];
    private final boolean[] busy = new boolean[BLOCKS];

    FileSystem(int threads) {
        this.threads = threads;
    }

    @Override
    public void run() throws InterruptedException {
        Threads started = new Threads();
        for (int i = 0; i < threads; i++) {
            int inode = i % INODES;
            started.start(() -> allocate(inode));
        }
        started.join();
    }

    private void allocate(int inode) {
        synchronized (inodeLocks.get(inode)) {
            int block = inode * 2 % BLOCKS;
            while (inodes[inode] == 0) {
                synchronized (blockLocks.get(block)) {
                    if (!busy[block]) {
                        busy[block] = true;
                        inodes[inode] = block + 1;
                    }
                }
                block = (block + 1) % BLOCKS;
            }
        }
    }
}
