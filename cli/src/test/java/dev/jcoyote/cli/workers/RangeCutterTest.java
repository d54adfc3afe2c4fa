package dev.jcoyote.cli.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.ExecutionRange;
import dev.jcoyote.strategy.Epochs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeCutterTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void everyExecutionIsHandedOutOnceInOrderAndNoRangeCrossesAnEpoch() {
        RangeCutter cutter = new RangeCutter("pct", "", 10_000, 2);
        int next = 1;
        while (!cutter.isAllCut()) {
            ExecutionRange range = cutter.next();
            assertThat(range).isNotNull();
            assertThat(range.first()).isEqualTo(next);
            assertThat(Epochs.firstOf(range.last())).isEqualTo(Epochs.firstOf(range.first()));
            next = range.last() + 1;
            cutter.took(range.size(), range.size() * MILLISECOND);
            cutter.done();
        }
        assertThat(next).isEqualTo(10_001);
        assertThat(cutter.next()).isNull();
    }

    @Test
    void anEpochWaitsForTheOneBeforeAndUsesWhatItHasTaught() {
        RangeCutter cutter = new RangeCutter("pct", "", 100, 2);
        assertThat(cutter.next()).isEqualTo(new ExecutionRange(1, 1, ""));
        assertThat(cutter.next()).isNull();

        cutter.learn("pct.length=12");
        cutter.learn("pct.length=7");
        cutter.done();

        assertThat(cutter.next()).isEqualTo(new ExecutionRange(2, 2, "pct.length=12"));
        cutter.learn("pct.length=20");
        assertThat(cutter.next()).isEqualTo(new ExecutionRange(3, 3, "pct.length=12"));
    }

    @Test
    void rangesGrowToAFifthOfASecondAndShrinkBeforeTheEnd() {
        RangeCutter cutter = new RangeCutter("random", "", 1_024, 2);
        List<Integer> sizes = new ArrayList<>();
        for (ExecutionRange range = cutter.next(); range != null; range = cutter.next()) {
            if (range.first() > 256) {
                sizes.add(range.size());
            }
            cutter.took(range.size(), range.size() * 2 * MILLISECOND);
            cutter.done();
        }

        assertThat(sizes.get(0)).isBetween(20, 100);
        assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(100));
        assertThat(sizes.get(sizes.size() - 1)).isLessThan(10);
    }

    @Test
    void slowExecutionsAreHandedOutOneByOne() {
        RangeCutter cutter = new RangeCutter("random", "", 64, 2);
        for (ExecutionRange range = cutter.next(); range != null; range = cutter.next()) {
            assertThat(range.size()).isEqualTo(1);
            cutter.took(1, 3_000 * MILLISECOND);
            cutter.done();
        }
    }

    @Test
    void theGreatestNumberOfExecutionsDoesNotOverflow() {
        RangeCutter cutter = new RangeCutter("random", "", Integer.MAX_VALUE, 2);
        long sum = 0;
        for (ExecutionRange range = cutter.next(); range != null; range = cutter.next()) {
            sum += range.size();
            cutter.took(range.size(), 1);
            cutter.done();
        }
        assertThat(sum).isEqualTo(Integer.MAX_VALUE);
    }
}
