package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SearchLogTest {
    @Test
    void graphsAreCountedOnceAndThoseSeenOnceTellOfTheUnseen() {
        SearchLog log = log(1, 2, 1, 1, 3, 2, 4, 1);
        SearchStatistics statistics = log.statistics();
        assertThat(statistics.counted()).isEqualTo(8);
        assertThat(statistics.graphs()).isEqualTo(4);
        assertThat(statistics.recent()).isEqualTo(4);
        assertThat(statistics.recentNew()).isEqualTo(2);
        assertThat(statistics.unseen()).isEqualTo(2 / 8.0);
        assertThat(statistics.pct()).isNull();
    }

    @Test
    void nothingWasSeenInNoExecution() {
        assertThat(new SearchLog().statistics()).isEqualTo(SearchStatistics.NONE);
    }

    @Test
    void theBoundOfPctIsThatOfItsTheorem() {
        SearchLog log = new SearchLog();
        log.add(1, 0, 2, 5);
        for (int i = 0; i < 99; i++) {
            log.add(1, 2, 3, 10);
        }
        PctBound bound = log.statistics().pct();
        assertThat(bound).isEqualTo(new PctBound(99, 2, 3, 10));
        assertThat(bound.missed()).isCloseTo(Math.pow(1 - 1 / 30.0, 99), within(1e-12));
    }

    @Test
    void partsThatTravelledAddUpToTheWhole() throws IOException {
        SearchLog whole = log(1, 2, 3, 3, 2, 5);
        whole.addLinePairs(new long[] {1L << 32 | 2, 2L << 32 | 1, 5L << 32 | 6});
        SearchLog first = log(1, 2, 3);
        first.addLinePairs(new long[] {1L << 32 | 2});
        SearchLog second = log(3, 2, 5);
        second.addLinePairs(new long[] {2L << 32 | 1, 5L << 32 | 6});
        SearchLog joined = new SearchLog();
        joined.add(sent(first));
        joined.add(sent(second));
        joined.add(sent(new SearchLog()));

        assertThat(joined.statistics()).isEqualTo(whole.statistics());
        assertThat(joined.statistics().linePairs()).isEqualTo(2);
        assertThat(joined.statistics().linePairsInBothOrders()).isEqualTo(1);
    }

    private static SearchLog log(long... graphs) {
        SearchLog log = new SearchLog();
        for (long graph : graphs) {
            log.add(graph, 0, 2, 10);
        }
        return log;
    }

    private static SearchLog sent(SearchLog log) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.writeTo(new DataOutputStream(bytes));
        return SearchLog.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
