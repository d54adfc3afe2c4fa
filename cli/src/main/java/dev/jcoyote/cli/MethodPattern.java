package dev.jcoyote.cli;

/**
 * What the user wrote to name a method: {@code name}, {@code Class.name} or {@code fully.qualified.Class.name}, with
 * {@code #} or {@code ::} before the name too.
 *
 * @param text as it was written
 * @param className the part before the method's name, with dots; empty if there is none
 * @param methodName the method's name
 */
record MethodPattern(String text, String className, String methodName) {
    /**
     * Reads a pattern.
     *
     * @throws UsageException if it is none
     */
    static MethodPattern parse(String text) {
        String dotted = text.strip().replace("::", ".").replace('#', '.');
        if (dotted.endsWith("()")) {
            dotted = dotted.substring(0, dotted.length() - 2);
        }
        int end = dotted.lastIndexOf('.');
        String methodName = dotted.substring(end + 1);
        String className = end < 0 ? "" : dotted.substring(0, end).replace('$', '.');
        if (methodName.isEmpty() || end == 0 || methodName.indexOf('(') >= 0) {
            throw new UsageException("'" + text + "' names no method.\nWrite it as name, Class.name or"
                    + " fully.qualified.Class.name; a test method has no parameters.");
        }
        return new MethodPattern(text, className, methodName);
    }

    /** Whether the class is the one meant: it ends in the pattern's class, at the border of a name. */
    boolean matchesClass(String binaryName) {
        if (className.isEmpty()) {
            return true;
        }
        String dotted = binaryName.replace('$', '.');
        return dotted.endsWith(className)
                && (dotted.length() == className.length()
                        || dotted.charAt(dotted.length() - className.length() - 1) == '.');
    }

    /** Whether the pattern has the class's full name. */
    boolean namesFully(String binaryName) {
        return binaryName.replace('$', '.').equals(className);
    }
}
