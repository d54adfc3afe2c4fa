package dev.jcoyote.explain.names;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.install.Installer;
import org.jspecify.annotations.Nullable;

/** Hears an execution, and then tells what people call its objects. */
public final class Naming {
    private final Installer installer;
    private final @Nullable ClassLoader loader;
    private final Creations creations = new Creations();

    /** Creates it for executions of a program whose class files that loader finds. */
    public Naming(Installer installer, @Nullable ClassLoader loader) {
        this.installer = installer;
        this.loader = loader;
    }

    /** Who has to hear the execution. */
    public Observer observer() {
        return creations;
    }

    /** The names of the execution that the runner has run last, as long as it runs no other one. */
    public Names names(ExecutionRunner runner) {
        return new Names(runner.events(), runner.threads(), runner.resources(), creations, installer, loader);
    }
}
