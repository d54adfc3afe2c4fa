package dev.jcoyote.agent;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Where this agent stands among those of the command line. The JVM asks their transformers in that order, except that
 * those which take part in retransformations come after all that do not. A tool that measures coverage knows a class by
 * its bytes, and must get them as the compiler wrote them: ours has to come later.
 */
final class AgentOrder {
    private static final String OPTION = "-javaagent:";

    private AgentOrder() {}

    /** Whether agents follow this one, so that only by taking part in retransformations it comes after them. */
    static boolean othersFollow() {
        return othersFollow(DebugAgent.arguments());
    }

    static boolean othersFollow(String[] arguments) {
        boolean own = false;
        boolean followed = false;
        for (String argument : arguments) {
            if (argument.startsWith(OPTION)) {
                followed = own;
                own |= isOwn(new File(jar(argument)));
            }
        }
        return followed;
    }

    private static String jar(String option) {
        int end = option.indexOf('=');
        return option.substring(OPTION.length(), end < 0 ? option.length() : end);
    }

    /** Whether a jar is the agent's, which need not be the one that this class is from: it may be a copy. */
    private static boolean isOwn(File jar) {
        try (JarFile opened = new JarFile(jar)) {
            Manifest manifest = opened.getManifest();
            return manifest != null
                    && JcoyoteAgent.class
                            .getName()
                            .equals(manifest.getMainAttributes().getValue("Premain-Class"));
        } catch (IOException e) {
            // The JVM has read it: it was deleted since, as no jar of ours is.
            return false;
        }
    }
}
