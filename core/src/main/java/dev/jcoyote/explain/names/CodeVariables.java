package dev.jcoyote.explain.names;

import dev.jcoyote.install.Installer;
import dev.jcoyote.install.VariableUse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that the program's code keeps objects in and takes them from, read from its class files. */
public final class CodeVariables {
    private final Installer installer;
    private final @Nullable ClassLoader loader;
    private final Map<String, List<VariableUse>> byClass = new HashMap<>();

    /** Reads the class files that the loader finds. */
    public CodeVariables(Installer installer, @Nullable ClassLoader loader) {
        this.installer = installer;
        this.loader = loader;
    }

    /** The variables of which the code on that line of a class does that. */
    public List<String> of(String className, int line, String what) {
        List<String> variables = new ArrayList<>();
        for (VariableUse use : uses(className)) {
            if (use.line() == line && use.what().equals(what)) {
                variables.add(use.variable());
            }
        }
        return variables;
    }

    /** The variables of which the code of a class does that, on whatever line. */
    List<String> of(String className, String what) {
        List<String> variables = new ArrayList<>();
        for (VariableUse use : uses(className)) {
            if (use.what().equals(what)) {
                variables.add(use.variable());
            }
        }
        return variables;
    }

    /** Like the other, of a class that is known. */
    List<String> of(Class<?> type, int line, String what) {
        if (!byClass.containsKey(type.getName())) {
            List<VariableUse> uses = read(type.getName(), type.getClassLoader());
            byClass.put(type.getName(), uses);
        }
        return of(type.getName(), line, what);
    }

    /** The class of that name, which is not initialised for that; null if there is none. */
    public static @Nullable Class<?> find(String className, @Nullable ClassLoader loader) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // A class of the JDK, or one that another loader has made up.
            return null;
        }
    }

    /** The line on which the class gives a variable the result of a call, if that is the only one; else -1. */
    int lineOfResult(String className, String variable) {
        int line = -1;
        for (VariableUse use : uses(className)) {
            if (use.what().equals(VariableUse.RESULT) && use.variable().equals(variable)) {
                if (line >= 0) {
                    return -1;
                }
                line = use.line();
            }
        }
        return line;
    }

    private List<VariableUse> uses(String className) {
        List<VariableUse> known = byClass.get(className);
        if (known == null) {
            known = read(className, loader);
            byClass.put(className, known);
        }
        return known;
    }

    private List<VariableUse> read(String className, @Nullable ClassLoader from) {
        String file = className.replace('.', '/') + ".class";
        try (InputStream code =
                from == null ? ClassLoader.getSystemResourceAsStream(file) : from.getResourceAsStream(file)) {
            return code == null ? List.of() : installer.variables(code.readAllBytes());
        } catch (IOException e) {
            // The program's jar may be gone by now: its objects are told by their classes then.
            return List.of();
        }
    }
}
