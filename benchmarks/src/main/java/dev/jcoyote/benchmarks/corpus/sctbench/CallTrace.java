package dev.jcoyote.benchmarks.corpus.sctbench;

/** Told where each thread is in the queue's methods. */
interface CallTrace {
    /** Keeps nothing. */
    CallTrace NONE = new CallTrace() {
        @Override
        public void enter(int thread, int method) {}

        @Override
        public void at(int thread, int place, long local) {}

        @Override
        public void leave(int thread) {}
    };

    /** A method begins. */
    void enter(int thread, int method);

    /** The thread's innermost method has come to a place, with the value of a local variable. */
    void at(int thread, int place, long local);

    /** The thread's innermost method ends. */
    void leave(int thread);
}
