package dev.jcoyote.explain.names;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.AccessHooks;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.explain.memory.JdkObjects;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes where the objects of an execution were made, and what its threads run. It gives them no numbers, so that nothing changes for the program. */
public final class Creations implements Observer {
    /** A program that makes more is told about the first. */
    private static final int MOST = 20_000;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final List<Creation> all = new ArrayList<>();
    private final List<Object> bodies = new ArrayList<>();
    private @Nullable ResourceTable resources;

    /** Creates one that knows nothing yet. */
    public Creations() {}

    @Override
    public void begin(ResourceTable table) {
        resources = table;
        all.clear();
        bodies.clear();
    }

    /** A thread forgets what it was given to run when it ends. */
    @Override
    public void executed(Operation operation, OperationKind kind) {
        if (kind == OperationKind.START
                && resources != null
                && operation.resource() != Operation.NO_RESOURCE
                && bodies.size() < MOST) {
            JdkObjects.contents(resources.object(operation.resource()), (suffix, held) -> {
                if (held != null) {
                    bodies.add(held);
                }
            });
        }
    }

    @Override
    public boolean hearsMaking() {
        return true;
    }

    @Override
    public void made(int thread, Object object) {
        if (all.size() < MOST) {
            STACK.walk(Creations::maker)
                    .ifPresent(frame -> all.add(new Creation(
                            object, frame.getDeclaringClass(), frame.toStackTraceElement(), frame.getByteCodeIndex())));
        }
    }

    private static Optional<StackWalker.StackFrame> maker(Stream<StackWalker.StackFrame> frames) {
        return frames.dropWhile(frame -> frame.getDeclaringClass() != AccessHooks.class)
                .dropWhile(frame -> frame.getDeclaringClass() == AccessHooks.class)
                .findFirst();
    }

    /** What the threads were given to run. */
    List<Object> bodies() {
        return bodies;
    }

    /** What was made, in that order. */
    List<Creation> all() {
        return all;
    }
}
