package dev.jcoyote.agent.cache;

/** Lines for those who look for a fault of the tool itself: printed only with {@code -Djcoyote.debug=true}. */
final class Debug {
    private static final boolean ON = Boolean.getBoolean("jcoyote.debug");

    private Debug() {}

    static void print(String line) {
        if (ON) {
            System.err.println("jcoyote debug: " + line);
        }
    }
}
