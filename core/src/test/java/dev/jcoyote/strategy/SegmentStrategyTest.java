package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentStrategyTest {
    private static final int PLENTY = 1_000;

    @Test
    void withoutAPlanEachThreadGoesOnUntilItEnds() {
        assertThat(run(Plan.NONE).trace).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void aSegmentThatIsCutEndsThere() {
        ToyExecution execution = run(plan(new Segment("main.1", 2), new Segment("main", 1), uncut("main.2")));
        assertThat(execution.trace).startsWith(1, 1, 0, 2, 2, 2);
        assertThat(execution.isFinished()).isTrue();
        assertThat(execution.preemptions).isEqualTo(2);
    }

    @Test
    void aSegmentCountsWhatItsThreadHasExecutedInAll() {
        ToyExecution execution = run(plan(new Segment("main", 2), new Segment("main.1", 1), new Segment("main", 2)));
        assertThat(execution.trace).startsWith(0, 0, 1, 1);
    }

    @Test
    void aSegmentWhoseThreadDoesNotExistIsLeftOut() {
        assertThat(run(plan(uncut("main.7"), uncut("main.2"))).trace).startsWith(2, 2, 2);
    }

    @Test
    void anExecutionThatIsMuchTooLongIsGivenUp() {
        SegmentStrategy strategy = new SegmentStrategy(Plan.NONE, 4);
        ToyExecution execution = ToyExecution.run(program(), strategy, 1, 0);
        assertThat(execution.isAbandoned).isTrue();
    }

    @Test
    void theSamePlanGivesTheSameExecutionWhenItIsRunAgain() {
        SegmentStrategy strategy = new SegmentStrategy(plan(new Segment("main.1", 1), uncut("main.2")), PLENTY);
        List<Integer> first = ToyExecution.run(program(), strategy, 1, 0).trace;
        assertThat(ToyExecution.run(program(), strategy, 2, 0).trace).isEqualTo(first);
    }

    private static ToyExecution run(Plan plan) {
        return ToyExecution.run(program(), new SegmentStrategy(plan, PLENTY), 1, 0);
    }

    private static Plan plan(Segment... segments) {
        return new Plan(List.of(segments), Map.of());
    }

    private static Segment uncut(String thread) {
        return new Segment(thread, Segment.BLOCKED);
    }

    private static ToyProgram program() {
        return new ToyProgram().thread(work(3, 1)).thread(work(3, 2)).thread(work(3, 3));
    }
}
