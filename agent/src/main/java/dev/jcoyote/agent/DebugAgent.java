package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.lang.reflect.InvocationTargetException;

/** The JVM's own agent for debuggers, which only the JVM's start can load. */
final class DebugAgent {
    private DebugAgent() {}

    /** Whether this JVM has it, wherever its option came from. */
    static boolean isLoaded() {
        for (String argument : arguments()) {
            if (isOption(argument)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOption(String argument) {
        return argument.startsWith("-agentlib:jdwp")
                || argument.startsWith("-Xrunjdwp")
                || (argument.startsWith("-agentpath:") && argument.contains("jdwp"));
    }

    /** The options of the JVM, with those from the environment. The management API would cost a start 50 ms. */
    static String[] arguments() {
        try {
            Object arguments = Class.forName("jdk.internal.misc.VM")
                    .getMethod("getRuntimeArguments")
                    .invoke(null);
            return arguments instanceof String[] options ? options : new String[0];
        } catch (InvocationTargetException e) {
            throw new InstallationException("This JVM does not tell its options: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new InstallationException("This JDK has no internal way to ask for the JVM's options: " + e, e);
        }
    }
}
