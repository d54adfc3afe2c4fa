package dev.jcoyote.analysis;

import dev.jcoyote.operation.Operation;
import java.util.List;

/**
 * A thread touches data.
 *
 * @param step the step to which the access belongs
 * @param thread who does it
 * @param resource the object; 0 for a static field
 * @param slot the field or element, as in {@link Operation#slot}
 * @param write whether it may change the data
 * @param site the code position
 * @param isPoint whether the step begins with it
 * @param sections the critical sections that the thread is in, the outermost first
 */
public record Touch(
        int step,
        int thread,
        int resource,
        int slot,
        boolean write,
        int site,
        boolean isPoint,
        List<Section> sections) {
    /** Whether both touch the same place, of which slot 0 is all. */
    public boolean isOfSamePlaceAs(Touch other) {
        return resource == other.resource && (slot == other.slot || slot == 0 || other.slot == 0);
    }

    /** Whether the order of the two may matter. */
    public boolean conflictsWith(Touch other) {
        return thread != other.thread && (write || other.write) && isOfSamePlaceAs(other);
    }
}
