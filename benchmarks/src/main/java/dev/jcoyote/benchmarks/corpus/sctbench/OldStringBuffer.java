package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * The string buffer of JDK 1.4, whose append of another buffer asks for its length and then for its characters, while
 * another thread erases them in between (Flanagan and Qadeer, PLDI 2003; SCTBench: stringbuffer-jdk1.4).
 */
final class OldStringBuffer implements TestBody {
    private final boolean fixed;

    OldStringBuffer(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        Buffer shared = new Buffer("abc");
        new Threads()
                .start(() -> {
                    shared.erase(0, 3);
                    shared.append("abc");
                })
                .start(() -> copy(shared))
                .join();
    }

    private void copy(Buffer from) {
        Buffer own = new Buffer("");
        if (fixed) {
            synchronized (from) {
                own.append(from);
            }
        } else {
            own.append(from);
        }
    }

    /** Characters and their number, with a lock around each method. */
    private static final class Buffer {
        private char[] value;
        private int count;

        Buffer(String text) {
            value = new char[text.length() + 16];
            append(text);
        }

        synchronized int length() {
            return count;
        }

        synchronized void getChars(int begin, int end, char[] target, int at) {
            Check.that(begin >= 0 && end >= 0 && end <= count && begin <= end, "characters that are there");
            System.arraycopy(value, begin, target, at, end - begin);
        }

        synchronized void append(Buffer other) {
            int length = other.length();
            int newCount = count + length;
            if (newCount > value.length) {
                expand(newCount);
            }
            other.getChars(0, length, value, count);
            count = newCount;
        }

        synchronized void append(String text) {
            int newCount = count + text.length();
            if (newCount > value.length) {
                expand(newCount);
            }
            text.getChars(0, text.length(), value, count);
            count = newCount;
        }

        synchronized void erase(int begin, int wantedEnd) {
            int end = Math.min(wantedEnd, count);
            Check.that(begin >= 0 && begin <= end, "a range of characters");
            int length = end - begin;
            if (length > 0) {
                System.arraycopy(value, begin + length, value, begin, count - end);
                count -= length;
            }
        }

        private void expand(int least) {
            char[] greater = new char[Math.max((value.length + 1) * 2, least)];
            System.arraycopy(value, 0, greater, 0, count);
            value = greater;
        }
    }
}
