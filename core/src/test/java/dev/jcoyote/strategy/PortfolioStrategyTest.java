package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioStrategyTest {
    private static final int RANDOM = 0;
    private static final int SURW = 3;

    @Test
    void eachExecutionIsThatOfOneMember() {
        String learned = learnedFromOneExecution();
        PortfolioStrategy portfolio = new PortfolioStrategy(3, Learned.of("portfolio", learned));
        Learned known = Learned.of("portfolio", learned);
        for (int number = 2; number <= 16; number++) {
            Strategy[] members = {
                new RandomStrategy(),
                new PctStrategy(3, known.length()),
                new PosStrategy(),
                new SurwStrategy(new LearnedProfile(known.profile())),
                new UrwStrategy(new LearnedProfile(known.profile()))
            };
            int member = known.shares().member(number);
            assertThat(ToyExecution.run(program(), portfolio, number, 6).trace)
                    .as("execution %d by member %d", number, member)
                    .isEqualTo(ToyExecution.run(program(), members[member], number, 6).trace);
        }
    }

    @Test
    void allMembersLearnFromAllExecutions() {
        PortfolioStrategy portfolio = new PortfolioStrategy(3);
        int greatest = 0;
        for (int number = 1; number <= 16; number++) {
            greatest = Math.max(
                    greatest,
                    ToyExecution.run(program(), portfolio, number, 6).decisions.size());
        }
        Learned learned = Learned.of("portfolio", portfolio.learned());
        assertThat(learned.length()).isEqualTo(greatest);
        assertThat(learned.profile().entries()).containsKey(Profile.ALL).hasSizeGreaterThan(1);
        assertThat(learned.text()).isEqualTo(portfolio.learned());
    }

    @Test
    void atFirstTheMembersHaveEqualShares() {
        Shares shares = Shares.none(5);
        int[] counts = new int[5];
        for (int execution = 1; execution <= 1_000; execution++) {
            counts[shares.member(execution)]++;
        }
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isCloseTo(200, within(2)));
        assertThat(shares.member(1)).isEqualTo(RANDOM);
    }

    @Test
    void whoFindsMoreThatIsNewGetsALargerShareAndNobodyLessThanATenth() {
        GraphSample found = new GraphSample();
        for (long graph = 1; graph <= 500; graph++) {
            found.add(Seeds.mix(graph), SURW);
            found.add(Seeds.mix(graph % 10), RANDOM);
        }
        Shares shares = Shares.none(5).after(2, 1_000, found);
        assertThat(shares.share(SURW)).isGreaterThan(0.4);
        for (int member = 0; member < 5; member++) {
            assertThat(shares.share(member)).isGreaterThanOrEqualTo(0.1);
        }
    }

    @Test
    void aSampleEstimatesHowManyGraphsThereAre() {
        GraphSample sample = new GraphSample();
        for (long graph = 1; graph <= 10_000; graph++) {
            sample.add(Seeds.mix(graph), RANDOM);
            sample.add(Seeds.mix(graph), RANDOM);
        }
        assertThat(sample.distinct()).isCloseTo(10_000, within(3_000.0));
        assertThat(GraphSample.parse(sample.text(), 5).text()).isEqualTo(sample.text());
    }

    @Test
    void samplesOfOverlappingPartsJoinToThatOfTheWhole() {
        GraphSample whole = new GraphSample();
        GraphSample one = new GraphSample();
        GraphSample other = new GraphSample();
        for (long graph = 1; graph <= 1_000; graph++) {
            int member = (int) (graph % 5);
            whole.add(Seeds.mix(graph / 2), member);
            (graph < 600 ? one : other).add(Seeds.mix(graph / 2), member);
            if (graph > 400) {
                other.add(Seeds.mix(graph / 2), member);
            }
        }
        one.join(other);
        assertThat(one.text()).isEqualTo(whole.text());
    }

    private static String learnedFromOneExecution() {
        PortfolioStrategy portfolio = new PortfolioStrategy(3);
        ToyExecution.run(program(), portfolio, 1, 6);
        return portfolio.learned();
    }

    private static ToyProgram program() {
        List<ToyProgram.Step> steps = new ArrayList<>(work(9, 1));
        steps.add(write(2, () -> {}));
        return new ToyProgram().thread(steps).thread(steps).thread(work(10, 2));
    }
}
