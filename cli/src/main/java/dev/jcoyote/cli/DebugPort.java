package dev.jcoyote.cli;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/**
 * Where a JVM waits for a debugger: a port of this machine, which no other can reach.
 *
 * @param number the port's number; 0 for any that is free
 */
record DebugPort(int number) {
    private static final int DEFAULT = 5005;
    private static final int GREATEST = 65_535;
    private static final String AGENT = "jdk.jdwp.agent";
    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** The variables from which a JVM takes further options. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** The one that the option asks for. */
    static DebugPort of(Arguments arguments) {
        String text = arguments.text(Option.DEBUG);
        if (text == null || text.isEmpty()) {
            return new DebugPort(DEFAULT);
        }
        int number = arguments.integer(Option.DEBUG, DEFAULT);
        if (number < 0 || number > GREATEST) {
            throw new UsageException("--debug takes a port from 0 to " + GREATEST + ", but was given " + number + ".");
        }
        return new DebugPort(number);
    }

    /** Fails, with what to do about it, if no JVM could wait there. */
    void check(List<String> jvmArguments, Map<String, String> environment, ModuleFinder jdk) {
        if (jdk.find(AGENT).isEmpty()) {
            throw new UsageException("--debug needs the module " + AGENT + ", which this JDK (" + javaHome()
                    + ") does not have.\nSet JAVA_HOME to a full JDK, or add the module to your runtime image.");
        }
        for (String argument : jvmArguments) {
            if (argument.contains("jdwp")) {
                throw new UsageException("--debug starts the JVM's debug agent, and --jvm-arg " + argument
                        + " would start it once more.\nLeave one of them out.");
            }
        }
        for (String name : VARIABLES) {
            if (environment.getOrDefault(name, "").contains("jdwp")) {
                throw new UsageException("--debug starts the JVM's debug agent, and the environment variable " + name
                        + " would start it once more.\nUnset it, or leave out --debug.");
            }
        }
        checkFree();
    }

    private void checkFree() {
        try {
            new ServerSocket(number, 1, InetAddress.getByAddress(LOOPBACK)).close();
        } catch (BindException e) {
            throw new UsageException(
                    "Port " + number + " cannot be used: " + e.getMessage()
                            + ".\nName another with --debug=PORT, or let the JVM choose one with --debug=0.",
                    e);
        } catch (IOException e) {
            throw new UsageException("Port " + number + " cannot be opened: " + Failure.describe(e), e);
        }
    }

    /** The JVM's option. */
    String jvmArgument() {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=" + HOST + ":" + number;
    }

    /** What the user is to do now. */
    String advice() {
        return number == 0
                ? "... Waiting for a debugger: attach it to localhost, at the port of the next line. Ctrl-C gives up."
                : "... Waiting for a debugger: attach it to localhost:" + number + ". Ctrl-C gives up.";
    }

    private static String javaHome() {
        return System.getProperty("java.home", "unknown");
    }
}
