package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import dev.jcoyote.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replay says of a schedule whose program was edited. */
class FollowingTest {
    private final FakeOptions options = new FakeOptions(2);
    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void linesThatHaveMovedAreNoDifference() {
        aWithdrawalAndADeposit();
        record(1);
        record(0);

        options.write(0, "bank.Account", "withdraw", 15, "Account.balance");
        options.write(1, "bank.Account", "deposit", 24, "Account.balance");
        ReplayStrategy replay = replay(false);

        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.chooseThread(options)).isZero();
        assertThat(replay.divergence()).isNull();
        assertThat(replay.following()).isEqualTo(all(2, 2));
    }

    @Test
    void numbersOfTheCompilerAreNoDifference() {
        options.write(0, "bank.Account$1", "lambda$run$0", 12, "Account.balance");
        options.write(1, "bank.Account$2", "lambda$run$1", 20, "Account$1.count");
        record(1);

        options.write(0, "bank.Account$2", "lambda$run$1", 12, "Account.balance");
        options.write(1, "bank.Account$3", "lambda$run$2", 20, "Account$2.count");
        ReplayStrategy replay = replay(false);

        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.divergence()).isNull();
    }

    @Test
    void linesThatHaveChangedPlacesAreADifference() {
        options.write(0, "bank.Account", "withdraw", 12, "Account.balance");
        options.write(1, "bank.Account", "deposit", 20, "Account.log");
        record(0);
        options.write(0, "bank.Account", "withdraw", 14, "Account.balance");
        record(0);

        ReplayStrategy replay = replay(false);
        options.write(0, "bank.Account", "withdraw", 24, "Account.balance");
        assertThat(replay.chooseThread(options)).isZero();
        options.write(0, "bank.Account", "withdraw", 22, "Account.balance");
        assertThat(replay.chooseThread(options)).isEqualTo(Strategy.ABANDON);
        assertThat(replay.divergence())
                .startsWith(
                        "decision 2 of 2: expected main WRITE Account.balance at bank.Account.withdraw:14, but main is"
                                + " at WRITE Account.balance at bank.Account.withdraw:22");
    }

    @Test
    void aMethodThatWasRenamedIsFollowedAndTold() {
        options.write(0, "bank.Account", "withdraw", 12, "Account.balance");
        decisions.add(new Decision(
                1, Decision.Kind.THREAD, "main.1", 0, 0, "WRITE Account.balance", "bank.Account.former:20", 0));
        record(0);

        options.write(1, "bank.Account", "credit", 20, "Account.balance");
        assertThat(replay(false).chooseThread(options)).isEqualTo(Strategy.ABANDON);
        ReplayStrategy replay = replay(true);

        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.chooseThread(options)).isZero();
        assertThat(replay.divergence())
                .startsWith("decision 1 of 2: expected main.1 WRITE Account.balance at bank.Account");
        assertThat(replay.following().applied()).isEqualTo(2);
        assertThat(replay.following().lost()).isEmpty();
        assertThat(replay.following().moved())
                .containsExactly(
                        "step 1 write Account.balance (Source.java:20) is now in Account.credit (Source.java:20)");
    }

    @Test
    void theSameInAnotherMethodIsNoMoveWhileTheMethodIsThere() {
        options.write(1, "bank.Account", "credit", 20, "Account.log");
        decisions.add(new Decision(
                1, Decision.Kind.THREAD, "main.1", 0, 0, "WRITE Account.balance", "bank.Account.credit:20", 0));

        options.write(1, "bank.Account", "audit", 30, "Account.balance");
        ReplayStrategy replay = replay(true);
        replay.chooseThread(options);

        assertThat(replay.following().applied()).isZero();
        assertThat(replay.following().moved()).isEmpty();
    }

    @Test
    void anOperationThatWasRemovedIsTold() {
        options.write(0, "bank.Account", "withdraw", 12, "Account.balance");
        options.write(1, "gone.Ledger", "append", 20, "Ledger.rows");
        record(0);
        decisions.add(new Decision(
                17, Decision.Kind.THREAD, "main", 0, 0, "WRITE Vault.gold", "removed.Vault$Door.open:14", 0));
        record(1);

        ReplayStrategy replay = replay(true);
        replay.chooseThread(options);
        replay.executed(options.operations[0]);
        for (int i = 0; i < 200; i++) {
            options.write(0, "bank.Account", "audit", 40, "Account.audited");
            replay.executed(options.operations[replay.chooseThread(options)]);
        }

        Following following = replay.following();
        assertThat(following.decisions()).isEqualTo(3);
        assertThat(following.applied()).isEqualTo(2);
        assertThat(following.lost()).containsExactly("step 17 write Vault.gold (Vault.java:14) is gone");
    }

    @Test
    void aThreadThatIsGoneMakesTheRestMeaningless() {
        aWithdrawalAndADeposit();
        record(1);
        record(0);
        decisions.add(new Decision(9, Decision.Kind.THREAD, "main.7", 0, 0, "BEGIN", "-", 0));

        ReplayStrategy replay = replay(true);
        for (int i = 0; i < 200; i++) {
            replay.executed(options.operations[replay.chooseThread(options)]);
        }

        Following following = replay.following();
        assertThat(following.goneThreads()).containsExactly("main.7");
        assertThat(following.lost()).containsExactly("step 9 begin of main.7: there is no thread main.7");
        assertThat(following.isMeaningful()).isFalse();
    }

    @Test
    void aThreadOfAnotherNameStandsInForOneThatIsGone() {
        aWithdrawalAndADeposit();
        record(0);
        decisions.add(new Decision(
                7, Decision.Kind.THREAD, "main.1.1", 0, 0, "WRITE Account.balance", "bank.Account.deposit:20", 0));

        ReplayStrategy replay = replay(true);
        assertThat(replay.chooseThread(options)).isZero();
        options.write(0, "bank.Account", "audit", 40, "Account.audited");
        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.following().applied()).isEqualTo(2);
        assertThat(replay.following().goneThreads()).isEmpty();
    }

    @Test
    void aStepThatIsNoLongerAChoiceStillApplies() {
        aWithdrawalAndADeposit();
        decisions.add(new Decision(1, Decision.Kind.THREAD, "main", 0, 0, "CALL Gone.gone", "bank.Account.x:1", 0));
        record(0);
        record(1);

        ReplayStrategy replay = replay(true);
        replay.executed(options.operations[replay.chooseThread(options)]);
        replay.executed(options.operations[1]);
        assertThat(replay.following().applied()).isEqualTo(2);
    }

    @Test
    void upToAQuarterOfWhatSwitchesNeedMayBeGone() {
        assertThat(following(9, 4, 1, 1).isMeaningful()).isTrue();
        assertThat(following(9, 4, 2, 2).isMeaningful()).isFalse();
        assertThat(following(9, 2, 1, 1).isMeaningful()).isFalse();
        assertThat(following(9, 0, 0, 0).isMeaningful()).isTrue();
    }

    @Test
    void upToAHalfOfAScheduleMayBeGone() {
        assertThat(following(4, 0, 0, 2).isMeaningful()).isTrue();
        assertThat(following(4, 0, 0, 3).isMeaningful()).isFalse();
    }

    private static Following following(int decisions, int essential, int missing, int lost) {
        List<String> gone = Collections.nCopies(lost, "x is gone");
        return new Following(decisions, decisions - lost, essential, missing, List.of(), gone, List.of(), List.of());
    }

    private static Following all(int decisions, int essential) {
        return following(decisions, essential, 0, 0);
    }

    /** What the two threads are about to do. */
    private void aWithdrawalAndADeposit() {
        options.write(0, "bank.Account", "withdraw", 12, "Account.balance");
        options.write(1, "bank.Account", "deposit", 20, "Account.balance");
    }

    /** Records that the thread is chosen. */
    private void record(int thread) {
        decisions.add(new Decision(
                decisions.size() + 1,
                Decision.Kind.THREAD,
                options.path(thread),
                0,
                0,
                OperationText.of(options.operations[thread]),
                OperationText.site(options.operations[thread].site()),
                options.hash()));
    }

    private ReplayStrategy replay(boolean tolerant) {
        ReplayStrategy replay = new ReplayStrategy(new Schedule(Map.of(), decisions), tolerant);
        replay.beginExecution(1, 0);
        return replay;
    }
}
