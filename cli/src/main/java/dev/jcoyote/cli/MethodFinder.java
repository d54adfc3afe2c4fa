package dev.jcoyote.cli;

import dev.jcoyote.cli.ClassFile.MethodInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search for the test method in the program's class files. Nothing of the program is loaded. */
final class MethodFinder {
    private static final int LISTED = 10;

    private final Program program;

    MethodFinder(Program program) {
        this.program = program;
    }

    /**
     * Finds the one method that the user means.
     *
     * @param text see {@link MethodPattern}; null if the user named none
     * @throws UsageException if there is none or more than one; the message lists what there is
     */
    ProgramMethod find(@Nullable String text) {
        if (text == null) {
            throw new UsageException(
                    "No test method is named: add --method NAME.\n" + listing("Methods", allMethods(), ""));
        }
        MethodPattern pattern = MethodPattern.parse(text);
        Matches matches = new Matches(pattern, program.newLoader());
        visitRoots(matches);
        if (matches.found.size() == 1) {
            return matches.found.get(0);
        }
        if (!matches.found.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (ProgramMethod method : matches.found) {
                names.add(method.testName());
            }
            throw new UsageException("'" + text + "' names " + names.size() + " methods of " + program.name()
                    + ": add the class.\n" + listing("They are", names, ""));
        }
        if (!matches.obstacles.isEmpty()) {
            throw new UsageException(String.join("\n", matches.obstacles)
                    + "\nA test method has no parameters, is not private, and is void or returns a"
                    + " CompletionStage or Future; main(String[]) can be one too.");
        }
        throw new UsageException("There is no method '" + text + "' in " + program.name() + ".\n"
                + listing("Methods, the nearest first", allMethods(), text));
    }

    private List<String> allMethods() {
        List<String> names = new ArrayList<>();
        visitRoots(new ProgramClasses.Visitor() {
            @Override
            public boolean wants(String className) {
                return true;
            }

            @Override
            public void visit(String className, ClassFile classFile) {
                for (MethodInfo method : classFile.methods()) {
                    if (ProgramMethod.isLikely(classFile, method)) {
                        names.add(className + "." + method.name());
                    }
                }
            }
        });
        return names;
    }

    private void visitRoots(ProgramClasses.Visitor visitor) {
        for (Path root : program.roots()) {
            try {
                ProgramClasses.visit(root, visitor);
            } catch (IOException e) {
                throw new UsageException("Cannot read " + root + ": " + Failure.describe(e), e);
            }
        }
    }

    private String listing(String title, List<String> names, String wanted) {
        if (names.isEmpty()) {
            return program.name() + " has no method that could be a test.";
        }
        List<String> sorted = Nearest.first(names, wanted);
        StringBuilder text = new StringBuilder(title).append(':');
        for (String name : sorted.subList(0, Math.min(LISTED, sorted.size()))) {
            text.append("\n  ").append(name);
        }
        if (sorted.size() > LISTED) {
            text.append("\n  and ").append(sorted.size() - LISTED).append(" more");
        }
        return text.toString();
    }

    /** What a pattern matches: at most one method of a class, the one without parameters if there is a choice. */
    private static final class Matches implements ProgramClasses.Visitor {
        final List<ProgramMethod> found = new ArrayList<>();
        final List<String> obstacles = new ArrayList<>();

        private final MethodPattern pattern;
        private final ClassLoader superclasses;
        private boolean exact;

        Matches(MethodPattern pattern, ClassLoader superclasses) {
            this.pattern = pattern;
            this.superclasses = superclasses;
        }

        @Override
        public boolean wants(String className) {
            return pattern.matchesClass(className);
        }

        @Override
        public void visit(String className, ClassFile owner) {
            boolean full = pattern.namesFully(className);
            if (exact && !full) {
                return;
            }
            ClassFile holder = owner;
            while (holder != null) {
                if (declares(holder)) {
                    checkPlace(className, owner);
                    if (full && !exact) {
                        exact = true;
                        found.clear();
                        obstacles.clear();
                    }
                    choose(className, owner, holder);
                    return;
                }
                holder = pattern.className().isEmpty() ? null : superclass(holder);
            }
        }

        private boolean declares(ClassFile classFile) {
            for (MethodInfo method : classFile.methods()) {
                if (method.name().equals(pattern.methodName()) && !method.isSynthetic()) {
                    return true;
                }
            }
            return false;
        }

        private void choose(String className, ClassFile owner, ClassFile holder) {
            ProgramMethod chosen = null;
            List<String> reasons = new ArrayList<>();
            for (MethodInfo method : holder.methods()) {
                if (!method.name().equals(pattern.methodName()) || method.isSynthetic()) {
                    continue;
                }
                String obstacle = ProgramMethod.obstacle(owner, method);
                if (obstacle != null) {
                    reasons.add(className + "." + method.name() + " " + obstacle + ".");
                } else if (chosen == null || chosen.isMain()) {
                    chosen = new ProgramMethod(className, method.name(), ProgramMethod.isMain(method));
                }
            }
            if (chosen == null) {
                obstacles.addAll(reasons);
            } else if (!found.contains(chosen)) {
                found.add(chosen);
            }
        }

        private static void checkPlace(String className, ClassFile classFile) {
            if (!classFile.name().equals(className)) {
                throw new UsageException("The class " + classFile.name() + " lies where " + className
                        + " should be.\nName the directory that its package begins in.");
            }
            int running = Runtime.version().feature();
            if (classFile.release() > running) {
                throw new UsageException("The class " + className + " is compiled for Java " + classFile.release()
                        + ", but this is Java " + running + ".\nSet JAVA_HOME to JDK " + classFile.release()
                        + " or later.");
            }
        }

        private @Nullable ClassFile superclass(ClassFile classFile) {
            String name = classFile.superName();
            if (name == null || name.equals("java.lang.Object")) {
                return null;
            }
            try (InputStream in = superclasses.getResourceAsStream(name.replace('.', '/') + ".class")) {
                return in == null ? null : ClassFile.read(in.readAllBytes());
            } catch (IOException e) {
                // Loading the class will say what is wrong with it.
                return null;
            }
        }
    }
}
