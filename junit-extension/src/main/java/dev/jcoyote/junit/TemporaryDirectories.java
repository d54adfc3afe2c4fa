package dev.jcoyote.junit;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;

/** The directories that JUnit has made for a test: emptied before each execution, which would find another's files. */
final class TemporaryDirectories {
    private final List<Path> directories = new ArrayList<>();

    /** Those of the test's instances and of the parameters of these calls. */
    TemporaryDirectories(ExtensionContext context, List<ReflectiveInvocationContext<Method>> calls) {
        // Those of an instance for all tests may have been filled by a method that runs once.
        if (context.getTestInstanceLifecycle().orElse(null) != TestInstance.Lifecycle.PER_CLASS) {
            context.getRequiredTestInstances()
                    .getAllInstances()
                    .forEach(instance -> AnnotationSupport.findAnnotatedFieldValues(instance, TempDir.class)
                            .forEach(this::add));
        }
        calls.forEach(this::addParameters);
    }

    private void addParameters(ReflectiveInvocationContext<Method> call) {
        Parameter[] parameters = call.getExecutable().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (AnnotationSupport.isAnnotated(parameters[i], TempDir.class)) {
                add(call.getArguments().get(i));
            }
        }
    }

    private void add(@Nullable Object directory) {
        if (directory instanceof File file) {
            directories.add(file.toPath());
        } else if (directory instanceof Path path) {
            directories.add(path);
        }
    }

    /** Deletes what is in them. */
    void empty() throws IOException {
        for (Path directory : directories) {
            Files.walkFileTree(directory, new Emptier(directory));
        }
    }

    private static final class Emptier extends SimpleFileVisitor<Path> {
        private final Path root;

        Emptier(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (!directory.equals(root)) {
                Files.delete(directory);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
