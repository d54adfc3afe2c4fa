package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data race: two accesses of the same memory by two threads, one of them a write, that nothing orders.
 *
 * @param location what both touch, such as {@code Account.balance} or {@code element 3 of int[]#1}
 * @param first the access that came first in that execution; in another one it may come second
 * @param second the other access
 * @param execution the number of the execution that showed it first, from 1
 * @param benign why it does no harm, as the program's authors say; empty if nobody says so
 */
public record Race(String location, RaceAccess first, RaceAccess second, int execution, String benign) {
    /** What happened, in one line: the same in every run of the execution. */
    public String summary() {
        return "data race on " + location + ": " + first.text() + ", and " + second.text();
    }

    /** Both accesses with their stacks and locks, and what is missing, in several lines. */
    public String text() {
        StringBuilder text = new StringBuilder("Data race on ").append(location).append('\n');
        append(text, first);
        append(text, second);
        return text.append("  ").append(missing()).append('\n').toString();
    }

    /** What two races have in common that are the same for a reader: the pair of code positions. */
    String key() {
        List<String> positions = Stream.of(first.position(), second.position())
                .map(StackTraceElement::toString)
                .sorted()
                .toList();
        return String.join(" | ", positions);
    }

    /** Why either may come first, for those who have not heard of happens-before. */
    public String missing() {
        String why;
        if (first.locks().isEmpty() && second.locks().isEmpty()) {
            why = "neither thread holds a lock";
        } else if (first.locks().isEmpty() || second.locks().isEmpty()) {
            boolean isFirstFree = first.locks().isEmpty();
            RaceAccess holder = isFirstFree ? second : first;
            RaceAccess other = isFirstFree ? first : second;
            why = holder.thread() + " holds " + String.join(", ", holder.locks()) + ", but " + other.thread()
                    + " no lock";
        } else {
            why = first.thread() + " holds " + String.join(", ", first.locks()) + ", but " + second.thread() + " "
                    + String.join(", ", second.locks());
        }
        return "Nothing orders the two: " + why
                + ", and no volatile field, start, join or hand-over lies between them.";
    }

    private static void append(StringBuilder text, RaceAccess access) {
        text.append("  ").append(access.text());
        text.append(access.locks().isEmpty() ? ", no lock held" : ", holding " + String.join(", ", access.locks()));
        text.append('\n');
        for (StackTraceElement frame : access.stack()) {
            text.append("      at ").append(frame).append('\n');
        }
    }

    void writeTo(DataOutput out) throws IOException {
        DataText.write(out, location);
        first.writeTo(out);
        second.writeTo(out);
        out.writeInt(execution);
        DataText.write(out, benign);
    }

    static Race readFrom(DataInput in) throws IOException {
        return new Race(
                DataText.read(in), RaceAccess.readFrom(in), RaceAccess.readFrom(in), in.readInt(), DataText.read(in));
    }
}
