package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of consecutive executions has shown, in a form that other processes take and {@link ReportMerger} adds
 * up. An execution that may be the exploration's last is the last of its stretch: one with a bug, one that is cut off for
 * lack of progress, and one that leaves threads behind.
 */
public final class PartialReport {
    private final int first;
    private final int last;
    private final boolean ended;
    private final String learned;

    final int buggy;
    final int fair;
    final int incomplete;
    final int skipped;
    final Counter schedulingPoints;
    final Counter switches;
    final SearchLog search;
    final TimedWaits timedWaits;
    final Warnings warnings;
    final List<String> unseeded;
    final List<String> uninstrumented;
    final boolean isDebuggerPresent;
    /** The bug of the last execution; null if it has none, or one that was written often enough. */
    final @Nullable FoundBug bug;

    PartialReport(
            int first,
            int last,
            boolean ended,
            String learned,
            int buggy,
            int fair,
            int incomplete,
            int skipped,
            Counter schedulingPoints,
            Counter switches,
            SearchLog search,
            TimedWaits timedWaits,
            Warnings warnings,
            List<String> unseeded,
            List<String> uninstrumented,
            boolean isDebuggerPresent,
            @Nullable FoundBug bug) {
        this.first = first;
        this.last = last;
        this.ended = ended;
        this.learned = learned;
        this.buggy = buggy;
        this.fair = fair;
        this.incomplete = incomplete;
        this.skipped = skipped;
        this.schedulingPoints = schedulingPoints;
        this.switches = switches;
        this.search = search;
        this.timedWaits = timedWaits;
        this.warnings = warnings;
        this.unseeded = unseeded;
        this.uninstrumented = uninstrumented;
        this.isDebuggerPresent = isDebuggerPresent;
        this.bug = bug;
    }

    /** The number of the first execution. */
    public int first() {
        return first;
    }

    /** The number of the last execution. */
    public int last() {
        return last;
    }

    /** Whether the exploration ends with the last execution. */
    public boolean isEnd() {
        return ended;
    }

    /** What the strategy has learned by now, these executions included; the next epoch uses it. */
    public String learned() {
        return learned;
    }

    /** Writes all of it as data. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(first);
        out.writeInt(last);
        out.writeBoolean(ended);
        DataText.write(out, learned);
        out.writeInt(buggy);
        out.writeInt(fair);
        out.writeInt(incomplete);
        out.writeInt(skipped);
        schedulingPoints.writeTo(out);
        switches.writeTo(out);
        search.writeTo(out);
        out.writeLong(timedWaits.begun());
        out.writeLong(timedWaits.expired());
        warnings.writeTo(out);
        DataText.writeAll(out, unseeded);
        DataText.writeAll(out, uninstrumented);
        out.writeBoolean(isDebuggerPresent);
        out.writeBoolean(bug != null);
        if (bug != null) {
            bug.writeTo(out);
        }
    }

    /** Reads what {@link #writeTo} wrote. */
    public static PartialReport readFrom(DataInput in) throws IOException {
        return new PartialReport(
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                DataText.read(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Counter.readFrom(in),
                Counter.readFrom(in),
                SearchLog.readFrom(in),
                new TimedWaits(in.readLong(), in.readLong()),
                Warnings.readFrom(in),
                DataText.readAll(in),
                DataText.readAll(in),
                in.readBoolean(),
                in.readBoolean() ? FoundBug.readFrom(in) : null);
    }
}
