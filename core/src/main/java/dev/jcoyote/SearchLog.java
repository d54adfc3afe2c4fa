package dev.jcoyote;

import dev.jcoyote.analysis.LineOrders;
import dev.jcoyote.analysis.LongIndex;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What executions say about when to stop: the graph of each, in order, the conflicts of lines, and what PCT was run with. */
final class SearchLog {
    /** Of further executions the graphs are not kept. */
    private static final int MOST = 1 << 20;

    private static final int RECENT = 1_000;

    private long[] graphs = new long[16];
    private int size;
    private int pctExecutions;
    private int depth;
    private int threads;
    private int decisions;
    private long[] linePairs = {};

    /**
     * Adds an execution.
     *
     * @param graph the hash of its happens-before graph
     * @param pctDepth the depth for which it has PCT's guarantee; 0 if it has none
     * @param threadCount how many threads it had
     * @param decisionCount how many choices
     */
    void add(long graph, int pctDepth, int threadCount, int decisionCount) {
        append(graph);
        pctExecutions += pctDepth > 0 ? 1 : 0;
        depth = Math.max(depth, pctDepth);
        threads = Math.max(threads, threadCount);
        decisions = Math.max(decisions, decisionCount);
    }

    private void append(long graph) {
        if (size < MOST) {
            if (size == graphs.length) {
                graphs = Arrays.copyOf(graphs, size * 2);
            }
            graphs[size++] = graph;
        }
    }

    /** Adds ordered pairs of lines that conflicted, as {@link LineOrders#drainNew} gives them. */
    void addLinePairs(long[] added) {
        if (added.length == 0) {
            return;
        }
        int before = linePairs.length;
        linePairs = Arrays.copyOf(linePairs, before + added.length);
        System.arraycopy(added, 0, linePairs, before, added.length);
    }

    /** Adds the executions that came next. */
    void add(SearchLog next) {
        for (int i = 0; i < next.size; i++) {
            append(next.graphs[i]);
        }
        pctExecutions += next.pctExecutions;
        depth = Math.max(depth, next.depth);
        threads = Math.max(threads, next.threads);
        decisions = Math.max(decisions, next.decisions);
        addLinePairs(next.linePairs);
    }

    SearchStatistics statistics() {
        LongIndex distinct = new LongIndex();
        boolean[] isRepeated = new boolean[size];
        int recent = Math.min(size - size / 2, RECENT);
        int recentNew = 0;
        int once = 0;
        for (int i = 0; i < size; i++) {
            int before = distinct.size();
            int number = distinct.of(graphs[i]);
            if (number == before) {
                once++;
                recentNew += i >= size - recent ? 1 : 0;
            } else if (!isRepeated[number]) {
                isRepeated[number] = true;
                once--;
            }
        }
        LineOrders orders = new LineOrders();
        for (long pair : linePairs) {
            orders.add(pair);
        }
        double unseen = size == 0 ? 0 : (double) once / size;
        return new SearchStatistics(
                size, distinct.size(), recent, recentNew, unseen, orders.pairs(), orders.inBothOrders(), pct());
    }

    private @Nullable PctBound pct() {
        return pctExecutions == 0 ? null : new PctBound(pctExecutions, depth, threads, decisions);
    }

    void writeTo(DataOutput out) throws IOException {
        writeAll(out, graphs, size);
        out.writeInt(pctExecutions);
        out.writeInt(depth);
        out.writeInt(threads);
        out.writeInt(decisions);
        writeAll(out, linePairs, linePairs.length);
    }

    static SearchLog readFrom(DataInput in) throws IOException {
        SearchLog log = new SearchLog();
        long[] graphs = readAll(in);
        log.size = graphs.length;
        log.graphs = graphs.length == 0 ? log.graphs : graphs;
        log.pctExecutions = in.readInt();
        log.depth = in.readInt();
        log.threads = in.readInt();
        log.decisions = in.readInt();
        log.linePairs = readAll(in);
        return log;
    }

    private static void writeAll(DataOutput out, long[] values, int count) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(values[i]);
        }
    }

    private static long[] readAll(DataInput in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
