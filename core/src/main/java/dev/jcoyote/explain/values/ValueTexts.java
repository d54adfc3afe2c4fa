package dev.jcoyote.explain.values;

import dev.jcoyote.explain.memory.State;
import dev.jcoyote.explain.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that an execution has read and written, as short texts. */
public final class ValueTexts {
    private final Map<Integer, Access> byEvent;
    private final List<PlainAccess> plain = new ArrayList<>();
    private final Names names;

    ValueTexts(Map<Integer, Access> byEvent, List<Access> accesses, Names names) {
        this.byEvent = Map.copyOf(byEvent);
        this.names = names;
        for (Access access : accesses) {
            plain.add(new PlainAccess(
                    access.event,
                    access.thread,
                    access.resource,
                    access.slot,
                    access.write,
                    access.site,
                    text(access, access.before),
                    text(access, access.after)));
        }
    }

    /** The value at the operation's place before it, or the state of its object; empty if that is not known. */
    public String before(int event) {
        Access access = byEvent.get(event);
        return access == null ? "" : text(access, access.before);
    }

    /** The value there after it; empty if that is not known. */
    public String after(int event) {
        Access access = byEvent.get(event);
        return access == null ? "" : text(access, access.after);
    }

    /** The plain accesses that are no operations, in their order. */
    public List<PlainAccess> plainAccesses() {
        return plain;
    }

    private String text(Access access, @Nullable Object value) {
        if (value instanceof Place.Several several) {
            int place = access.place();
            return place < 0 ? "" : names.value(several.values().get(place));
        }
        if (value instanceof State state) {
            return state.hasObject() ? state.text() + names.value(state.object()) : state.text();
        }
        return names.value(value);
    }
}
