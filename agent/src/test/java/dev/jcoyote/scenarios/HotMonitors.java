package dev.jcoyote.scenarios;

/** A program whose monitors are entered often enough to be compiled, outside executions. */
public final class HotMonitors {

    private HotMonitors() {}

    /** Runs it in a JVM of its own. */
    public static void main(String[] args) {
        Installation.ensure();
        System.out.println(Counters.run());
    }

    /** Loaded when the agent is there. */
    private static final class Counters {
        private static int total;

        private int value;

        static int run() {
            Counters counters = new Counters();
            for (int i = 0; i < 300_000; i++) {
                counters.inMethod();
                counters.inBlock();
                inStaticMethod();
            }
            return counters.value + total;
        }

        private synchronized void inMethod() {
            value++;
        }

        private void inBlock() {
            synchronized (this) {
                value++;
            }
        }

        private static synchronized void inStaticMethod() {
            total++;
        }
    }
}
