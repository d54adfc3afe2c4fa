package dev.jcoyote.explain.names;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.AccessHooks;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes where the objects of an execution were made. It gives them no numbers, so that nothing changes for the program. */
public final class Creations implements Observer {
    /** A program that makes more is told about the first. */
    private static final int MOST = 20_000;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final List<Creation> all = new ArrayList<>();

    /** Creates one that knows nothing yet. */
    public Creations() {}

    @Override
    public void begin(ResourceTable resources) {
        all.clear();
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

    /** What was made, in that order. */
    List<Creation> all() {
        return all;
    }
}
