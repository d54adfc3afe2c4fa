package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.benchmarks.corpus.Check;

/**
 * The stacks of all threads in one growing vector, without a lock: a thread that comes late may cut it down to the length
 * that it needs itself.
 */
@SuppressWarnings("UnusedVariable") // the program only has to write it
final class CallStacks implements CallTrace {
    private static final int RESERVED = 100;

    private final Stack[] stacks = new Stack[RESERVED];
    private int size;

    /** With room for so many threads from the start. */
    CallStacks(int threads) {
        resize(threads);
    }

    @Override
    public void enter(int thread, int method) {
        if (size <= thread) {
            resize(thread + 1);
        }
        stack(thread).push(new Frame(method));
    }

    @Override
    public void at(int thread, int place, long local) {
        Frame frame = stack(thread).peek();
        frame.place = place;
        frame.local = local;
    }

    @Override
    public void leave(int thread) {
        stack(thread).pop();
    }

    private Stack stack(int thread) {
        Check.that(thread < size, "a stack of the thread");
        return stacks[thread];
    }

    private void resize(int wanted) {
        for (int i = size; i < wanted; i++) {
            stacks[i] = new Stack();
        }
        size = wanted;
    }

    /** What a method of a thread does. */
    private static final class Frame {
        final int method;
        int place;
        long local;

        Frame(int method) {
            this.method = method;
        }
    }

    /** The methods of one thread. */
    private static final class Stack {
        private final Frame[] frames = new Frame[8];
        private int depth;

        void push(Frame frame) {
            frames[depth] = frame;
            depth++;
        }

        Frame peek() {
            Check.that(depth > 0, "a method of the thread");
            return frames[depth - 1];
        }

        void pop() {
            Check.that(depth > 0, "a method of the thread");
            depth--;
        }
    }
}
