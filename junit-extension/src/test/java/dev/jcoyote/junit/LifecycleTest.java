package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.examples.junit.Lifecycles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

class LifecycleTest {
    private static final String EXAMPLES = "dev.jcoyote.examples.junit.";
    private static final String LIFECYCLES = EXAMPLES + "Lifecycles$";

    @TempDir
    private Path output;

    @BeforeEach
    void forgetCalls() {
        Lifecycles.CALLS.clear();
    }

    private void runToTheEnd(String method) {
        TestExecutionResult result = Runs.result(Runs.of(method, output));
        assertThat(result.getThrowable()).isEmpty();
    }

    @Test
    void everyExecutionHasAFreshInstanceAndRunsTheMethodsAroundTheTestUnderControl() {
        runToTheEnd(LIFECYCLES + "Inherited#test");

        String[] execution = {"new*", "beforeBase*", "before test()*", "test1*", "after test()*", "afterBase*"};
        assertThat(Lifecycles.CALLS.get(0)).isEqualTo("new");
        assertThat(Lifecycles.CALLS.subList(1, 7)).containsExactly(execution);
        assertThat(Lifecycles.CALLS.subList(7, 13)).containsExactly(execution);
        assertThat(Lifecycles.CALLS).hasSize(13);
    }

    @Test
    void anOrdinaryTestBesideItRunsOnceOutsideControl() {
        runToTheEnd(LIFECYCLES + "Inherited#ordinary");

        assertThat(Lifecycles.CALLS)
                .containsExactly("new", "beforeBase", "before ordinary()", "ordinary", "after ordinary()", "afterBase");
    }

    @Test
    void aNestedTestHasFreshOuterInstancesToo() {
        runToTheEnd(LIFECYCLES + "Outer$Inner#test");

        String[] execution = {"beforeOuter*", "beforeInner*", "test outer inner*", "afterInner*", "afterOuter outer*"};
        assertThat(Lifecycles.CALLS.subList(0, 5)).containsExactly(execution);
        assertThat(Lifecycles.CALLS.subList(5, 10)).containsExactly(execution);
        assertThat(Lifecycles.CALLS).hasSize(10);
    }

    @Test
    void whatComesAfterAFailedTestIsRunAndItsFailureIsSuppressed() {
        Throwable thrown = Runs.thrown(Runs.of(LIFECYCLES + "Throwing#test", output));

        assertThat(thrown.getCause()).isInstanceOf(IllegalStateException.class).hasMessage("test");
        assertThat(thrown.getCause().getSuppressed()).singleElement().isInstanceOf(UnsupportedOperationException.class);
        assertThat(Lifecycles.CALLS).containsExactly("before*", "test*", "after*");
    }

    @Test
    void anExtensionThatHandlesWhatTestsThrowSeesTheBug() {
        runToTheEnd(LIFECYCLES + "Handled#test");

        assertThat(Lifecycles.CALLS).containsExactly("handled BugFoundError");
    }

    @Test
    void aTestIsNotRunIfWhatComesBeforeItFails() {
        Throwable thrown = Runs.thrown(Runs.of(LIFECYCLES + "Throwing#skipped", output));

        assertThat(thrown.getCause()).isInstanceOf(IllegalStateException.class).hasMessage("before");
        assertThat(Lifecycles.CALLS).containsExactly("before*", "after*");
    }

    @Test
    void parametersOfConstructorsAndMethodsAreResolved() {
        String method = EXAMPLES + "Samples$WithParameters#takesWhatJUnitResolves(org.junit.jupiter.api.TestInfo)";
        runToTheEnd(method);
    }

    @Test
    void onlySystematicTestsAreUnderControl() {
        runToTheEnd(EXAMPLES + "Samples$Mixed#systematic");
        runToTheEnd(EXAMPLES + "Samples$Mixed#ordinary");
    }
}
