package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundRacesTest {
    private final FoundRaces races = new FoundRaces();

    private static RaceAccess access(String thread, boolean write, int line, String... locks) {
        StackTraceElement position = new StackTraceElement("a.Account", "deposit", "Account.java", line);
        return new RaceAccess(thread, write, position, List.of(position), List.of(locks));
    }

    private static Race race(int line, int execution, String benign) {
        return new Race(
                "Account.balance", access("T1", true, line), access("T2", false, 3, "Bank#1"), execution, benign);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        races.tell(lines);
        return lines;
    }

    @Test
    void eachPairOfPositionsIsToldOnceInWhicheverOrder() {
        races.add(race(1, 1, ""));
        races.add(new Race("Account.balance", access("T2", false, 3), access("T1", true, 1), 7, ""));

        assertThat(races.all()).singleElement().extracting(Race::execution).isEqualTo(1);
    }

    @Test
    void aLineSaysWhoDidWhatAndWhatIsMissing() {
        races.add(race(1, 1, ""));

        assertThat(lines())
                .containsExactly(
                        "Data race on Account.balance: T1 writes at a.Account.deposit(Account.java:1), and T2 reads"
                                + " at a.Account.deposit(Account.java:3). Nothing orders the two: T2 holds Bank#1, but T1 no lock,"
                                + " and no volatile field, start, join or hand-over lies between them.");
    }

    @Test
    void ofManyTheFirstAreTold() {
        for (int line = 10; line < 18; line++) {
            races.add(race(line, 1, ""));
        }

        assertThat(lines()).hasSize(6).last().isEqualTo("... and 3 more data races.");
    }

    @Test
    void benignOnesAreCounted() {
        races.add(race(1, 1, "only shown"));

        assertThat(lines()).containsExactly("One data race is not told: the program says that it does no harm.");
    }

    @Test
    void anotherProcessReadsAllOfThem() throws IOException {
        races.add(race(1, 4, "only shown"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        races.writeTo(new DataOutputStream(bytes));

        FoundRaces read = new FoundRaces();
        read.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.all()).isEqualTo(races.all());
    }
}
