package dev.jcoyote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.analysis.Trace.Does;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.operation.ResourceTable;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RaceDetectorTest {
    private static final int TRACES = 20_000;

    private final RaceDetector detector = new RaceDetector();

    @Test
    void itFindsARaceWhereTheDefinitionHasOneAndNowhereElse() {
        int racy = 0;
        for (int seed = 0; seed < TRACES; seed++) {
            Trace trace = RandomTrace.of(seed);
            Set<Integer> expected = new NaiveOrder(trace).racyPlaces();
            assertThat(trace.racyPlaces(detector))
                    .as("seed %s: %s", seed, trace.steps)
                    .isEqualTo(expected);
            racy += expected.isEmpty() ? 0 : 1;
        }
        assertThat(racy).as("traces with a race").isBetween(TRACES / 5, TRACES * 4 / 5);
    }

    @Test
    void theStartAndTheEndOfAThreadOrderWhatItDoes() {
        Trace trace = new Trace()
                .add(0, Does.WRITE, 1)
                .add(0, Does.START, 1)
                .add(1, Does.WRITE, 1)
                .add(0, Does.JOIN, 1)
                .add(0, Does.READ, 1);

        assertThat(trace.racyPlaces(detector)).isEmpty();
    }

    @Test
    void aLockOrdersOnlyThoseWhoHoldIt() {
        Trace trace = new Trace()
                .add(0, Does.START, 1)
                .add(0, Does.ACQUIRE, 1)
                .add(0, Does.WRITE, 1)
                .add(0, Does.RELEASE, 1)
                .add(1, Does.ACQUIRE, 2)
                .add(1, Does.WRITE, 1)
                .add(1, Does.RELEASE, 2);

        assertThat(trace.racyPlaces(detector)).containsExactly(1);
    }

    @Test
    void readsAloneNeverRace() {
        Trace trace = new Trace().add(0, Does.START, 1).add(0, Does.READ, 1).add(1, Does.READ, 1);

        assertThat(trace.racyPlaces(detector)).isEmpty();
    }

    @Test
    void aWriteRacesWithEachOfSeveralReadsThatNothingOrders() {
        Trace trace = new Trace()
                .add(0, Does.START, 1)
                .add(0, Does.START, 2)
                .add(1, Does.READ, 1)
                .add(0, Does.READ, 1)
                .add(2, Does.JOIN, 1)
                .add(2, Does.WRITE, 1);

        assertThat(trace.racyPlaces(detector)).containsExactly(1);
    }

    @Test
    void anExecutionKnowsNothingOfTheOneBefore() {
        Trace racy = new Trace().add(0, Does.START, 1).add(0, Does.WRITE, 1).add(1, Does.WRITE, 1);
        Trace harmless = new Trace().add(0, Does.WRITE, 1).add(0, Does.START, 1).add(1, Does.WRITE, 1);

        assertThat(racy.racyPlaces(detector)).containsExactly(1);
        assertThat(harmless.racyPlaces(detector)).isEmpty();
    }

    @Test
    void whatInterruptsComesBeforeWhatSeesTheInterrupt() {
        detector.begin(resources());
        detector.started(0, 1);
        detector.plain(0, 7, 1, true, 1);
        detector.interruptFlag(0, 1, true);
        detector.interruptFlag(1, 1, true);
        detector.plain(1, 7, 1, true, 2);
        assertThat(detector.sightings()).isEmpty();
    }

    @Test
    void aSecondRunShowsWhereTheEarlierAccessWasMade() {
        Trace trace = new Trace().add(0, Does.START, 1).add(0, Does.READ, 1).add(1, Does.WRITE, 1);
        trace.racyPlaces(detector);
        Sighting sighting = detector.sightings().get(0);
        assertThat(sighting.first()).isEqualTo(Evidence.NONE);

        detector.seek(detector.sightings());
        trace.racyPlaces(detector);

        assertThat(sighting.first().stack()).isNotEmpty();
        assertThat(sighting.second().stack()).isNotEmpty();
        assertThat(detector.sightings()).isEmpty();
    }

    private static ResourceTable resources() {
        return new ResourceTable(new IdentityNumbers());
    }
}
