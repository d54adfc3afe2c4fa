package dev.jcoyote.strategy;

import dev.jcoyote.search.Candidates;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The enabled set as a search sees it. */
final class EnabledThreads implements Candidates {
    private @Nullable Options options;

    Candidates of(Options current) {
        options = current;
        return this;
    }

    private Options options() {
        return Objects.requireNonNull(options);
    }

    @Override
    public int size() {
        return options().size();
    }

    @Override
    public int thread(int position) {
        return options().thread(position);
    }

    @Override
    public boolean isHint(int position) {
        return Hints.isHint(options().operation(options().thread(position)).kind());
    }

    @Override
    public int current() {
        return options().current();
    }
}
