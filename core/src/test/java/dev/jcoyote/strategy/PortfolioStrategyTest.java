package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.work;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortfolioStrategyTest {
    @Test
    void theMembersTakeTurns() {
        PortfolioStrategy portfolio = new PortfolioStrategy(3, 30);
        Strategy[] members = {new RandomStrategy(), new PctStrategy(3, 30), new PosStrategy()};
        // Up to the end of the first epoch nothing changes what PCT has learned.
        for (int number = 2; number <= 16; number++) {
            Strategy member = members[(number - 1) % 3];
            assertThat(ToyExecution.run(program(), portfolio, number, 6).trace)
                    .as("execution %d", number)
                    .isEqualTo(ToyExecution.run(program(), member, number, 6).trace);
        }
    }

    @Test
    void pctLearnsFromAllMembers() {
        PortfolioStrategy portfolio = new PortfolioStrategy(3);
        int greatest = 0;
        for (int number = 1; number <= 16; number++) {
            greatest = Math.max(
                    greatest,
                    ToyExecution.run(program(), portfolio, number, 6).decisions.size());
        }
        assertThat(portfolio.learned()).isEqualTo("pct.length=" + greatest);
    }

    private static ToyProgram program() {
        return new ToyProgram().thread(work(10, 1)).thread(work(10, 1)).thread(work(10, 2));
    }
}
