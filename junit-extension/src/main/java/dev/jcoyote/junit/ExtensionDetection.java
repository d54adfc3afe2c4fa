package dev.jcoyote.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** JUnit's automatic detection of extensions, which it does not do unless it is asked to. */
final class ExtensionDetection {
    private static final String PREFIX = "junit.jupiter.extensions.autodetection.";
    private static final String ENABLED = PREFIX + "enabled";

    /** Which extensions may be detected: a list of patterns, all if there is none. Since Jupiter 5.11. */
    private static final String INCLUDED = PREFIX + "include";

    private ExtensionDetection() {}

    /** Has JUnit detect that extension, and no other that it would not have detected anyway. */
    static void include(Class<?> extension) {
        Properties file = parametersOfFile();
        boolean enabled = Boolean.parseBoolean(value(ENABLED, file));
        String included = value(INCLUDED, file);
        if (!enabled) {
            System.setProperty(ENABLED, "true");
            System.setProperty(INCLUDED, extension.getName());
        } else if (included != null) {
            System.setProperty(INCLUDED, included + "," + extension.getName());
        }
    }

    private static @Nullable String value(String name, Properties file) {
        return System.getProperty(name, file.getProperty(name));
    }

    private static Properties parametersOfFile() {
        Properties parameters = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader == null ? null : loader.getResourceAsStream("junit-platform.properties")) {
            if (file != null) {
                parameters.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("junit-platform.properties cannot be read", e);
        }
        return parameters;
    }
}
