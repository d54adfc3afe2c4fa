package dev.jcoyote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The races that the program's authors call benign, each with a reason: by {@link BenignRace}, or by a line of a file,
 * {@code a.Account.balance  # why}. A name with a star at its end stands for all that begin so.
 */
final class BenignRaces {
    private static final String STAR = "*";

    private final Map<String, String> reasons;
    private final @Nullable ClassLoader loader;

    private BenignRaces(Map<String, String> reasons, @Nullable ClassLoader loader) {
        this.reasons = reasons;
        this.loader = loader;
    }

    /**
     * Reads the file.
     *
     * @param file null for none
     * @param loader of the program's classes, where annotations are looked for
     * @throws IllegalArgumentException if the file cannot be read, or has a line without a reason
     */
    static BenignRaces of(@Nullable Path file, @Nullable ClassLoader loader) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (file != null) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                read(line.strip(), file + ", line " + number, reasons);
            }
        }
        return new BenignRaces(reasons, loader);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of benign races " + file + " cannot be read: " + e, new UncheckedIOException(e));
        }
    }

    private static void read(String line, String where, Map<String, String> reasons) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int hash = line.indexOf('#');
        String reason = hash < 0 ? "" : line.substring(hash + 1).strip();
        if (reason.isEmpty()) {
            throw new IllegalArgumentException(
                    where + " has no reason: write \"" + line.split("\\s+", 2)[0] + "  # why the race does no harm\"");
        }
        reasons.put(line.substring(0, hash).strip(), reason);
    }

    /**
     * Why a race does no harm; empty if nobody says so.
     *
     * @param location the field's name with that of its class, which has its package; or a code position
     * @param positions the code positions of both accesses
     */
    String reason(String location, StackTraceElement... positions) {
        String listed = listed(location);
        if (!listed.isEmpty()) {
            return listed;
        }
        List<String> found = new ArrayList<>();
        found.add(annotated(location));
        for (StackTraceElement position : positions) {
            String method = position.getClassName() + "." + position.getMethodName();
            String named = listed(method);
            found.add(named.isEmpty() ? annotated(method) : named);
        }
        return found.stream().filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    private String listed(String name) {
        for (Map.Entry<String, String> entry : reasons.entrySet()) {
            String key = entry.getKey();
            boolean fits = key.endsWith(STAR) ? name.startsWith(key.substring(0, key.length() - 1)) : key.equals(name);
            if (fits) {
                return entry.getValue();
            }
        }
        return "";
    }

    /** What an annotation of that member, or of a class that it is in, says. */
    private String annotated(String member) {
        int dot = member.lastIndexOf('.');
        Class<?> type = dot < 0 ? null : type(member.substring(0, dot));
        if (type == null) {
            return "";
        }
        String name = member.substring(dot + 1);
        // The body of a lambda is a method of its own, which no annotation can stand on.
        String method = name.startsWith("lambda$") ? name.split("\\$", -1)[1] : name;
        for (AnnotatedElement element : members(type, name, method)) {
            BenignRace annotation = element.getAnnotation(BenignRace.class);
            if (annotation != null) {
                return annotation.reason();
            }
        }
        return "";
    }

    /** The field, the code of that name, and the classes around it. */
    private static List<AnnotatedElement> members(Class<?> type, String field, String method) {
        List<AnnotatedElement> members = new ArrayList<>();
        try {
            for (Field each : type.getDeclaredFields()) {
                if (each.getName().equals(field)) {
                    members.add(each);
                }
            }
            for (Method each : type.getDeclaredMethods()) {
                if (each.getName().equals(method)) {
                    members.add(each);
                }
            }
            if (method.equals("<init>")) {
                Collections.addAll(members, type.getDeclaredConstructors());
            }
        } catch (NoClassDefFoundError e) {
            // A class that a signature names is missing: nothing can be said of these members.
            members.clear();
        }
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            members.add(around);
        }
        return members;
    }

    /** The class, which is not initialised; null if there is none of that name. */
    private @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
