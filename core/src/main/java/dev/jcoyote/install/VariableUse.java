package dev.jcoyote.install;

/**
 * That code keeps an object in a variable, or takes it from one.
 *
 * @param line the line of the code, or -1 if the class does not tell
 * @param what what is done with the object: {@link #NEW} and the name of its class if it is created there, {@link #RESULT} if
 *     a call has returned it, {@link #STATIC} and a field if that static field is accessed; else what is called or accessed,
 *     as in {@code ReentrantLock.lock} or {@code int[]}, and nothing if its monitor is entered
 * @param variable the variable, as people call it: {@code lock}, {@code Account.lock} or {@code account.lock}; for static
 *     fields that are accessed the name with class and package
 */
public record VariableUse(int line, String what, String variable) {
    /** An object is created and kept. */
    public static final String NEW = "new ";

    /** The result of a call is kept. */
    public static final String RESULT = "result";

    /** A lambda captures it: followed by its number among those that are captured, from 1, and the lambda's descriptor. */
    public static final String CAPTURED = "captured ";

    /** A static field is accessed. */
    public static final String STATIC = "static ";
}
