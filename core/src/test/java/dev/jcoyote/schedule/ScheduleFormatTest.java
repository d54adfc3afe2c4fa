package dev.jcoyote.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleFormatTest {
    private static final String SAMPLE = ScheduleFormat.write(Schedules.sample());

    @Test
    void theFileIsForPeople() {
        assertThat(SAMPLE).isEqualTo("""
                        jcoyote-schedule 1
                        test: com.example.AccountTest.withdrawals
                        seed: 42
                        failure: AssertionError: expected 2\\nbut was 1
                        x-of-a-newer-writer: kept

                        # step  kind    thread  value  enabled  operation                   site
                        3       THREAD  main.1  -      2215     CALL ConcurrentHashMap.put  com.example.Account.withdraw:12
                        17      NOTIFY  main.2  0/2    f376     NOTIFY                      com.example.Account.pay:20
                        17      THREAD  main    -      0000     BEGIN                       -
                        end 3 a9b85f1c
                        """);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEqual(read(SAMPLE), Schedules.sample());
    }

    @Test
    void anyScheduleIsWrittenAndReadAgain() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            Schedule schedule = Schedules.random(random);
            String text = ScheduleFormat.write(schedule);
            String stored = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertEqual(read(stored), schedule);
            assertThat(ScheduleFormat.write(read(stored))).isEqualTo(text);
        }
    }

    @Test
    void aScheduleWithoutAnythingIsASchedule() {
        Schedule empty = new Schedule(Map.of(), List.of());
        assertEqual(read(ScheduleFormat.write(empty)), empty);
    }

    @Test
    void everyTruncationIsToldOrHarmless() {
        for (int length = 0; length < SAMPLE.length(); length++) {
            assertReadsEqualOrFails(SAMPLE.substring(0, length));
        }
    }

    @Test
    void everyDamageOfOneLineIsToldOrHarmless() {
        Random random = new Random(2);
        List<String> lines = SAMPLE.lines().toList();
        for (int i = 0; i < 20_000; i++) {
            List<String> damaged = new ArrayList<>(lines);
            damage(damaged, random);
            assertReadsEqualOrFails(String.join("\n", damaged) + "\n");
        }
    }

    @Test
    void everyChangeOfOneCharacterIsToldOrHarmless() {
        for (int i = 0; i < SAMPLE.length(); i++) {
            for (char c : new char[] {' ', '0', '9', 'x', '\\', '\n', '\u0000', '-'}) {
                assertReadsEqualOrFails(SAMPLE.substring(0, i) + c + SAMPLE.substring(i + 1));
            }
        }
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkDoNotMatter() {
        assertEqual(read("\uFEFF" + SAMPLE.replace("\n", "\r\n")), Schedules.sample());
        assertEqual(read(SAMPLE.stripTrailing()), Schedules.sample());
        assertEqual(read(SAMPLE + "\n\n"), Schedules.sample());
    }

    @Test
    void aChangeByHandIsTakenOnceTheCheckSumIsGone() {
        String changed = SAMPLE.replace("seed: 42", "seed: 43");
        assertFails(changed, "s.schedule, line 11: the check sum does not match", "let this line be \"end 3\"");
        String confirmed = changed.replaceAll("end 3 .*", "end 3");
        assertThat(read(confirmed).header(Schedule.SEED)).isEqualTo("43");
    }

    @Test
    void commentsAreSkipped() {
        String commented = SAMPLE.replace("seed:", "# mine\nseed:")
                .replace("17  ", "# mine\n17  ")
                .replaceAll("end 3 .*", "end 3");
        assertEqual(read(commented), Schedules.sample());
    }

    @Test
    void aNewerFileAsksForAnUpdate() {
        assertFails(
                SAMPLE.replace("schedule 1", "schedule 2"),
                "s.schedule was written by a newer jcoyote (format 2); this one reads up to 1: update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "<?xml version=\"1.0\"?>",
                "PK\u0003\u0004\uFFFD\u0000",
                "\n\nx",
                "jcoyote-schedule",
                "{"
            })
    void aForeignFileIsTold(String text) {
        assertFails(
                text, "s.schedule is not a jcoyote schedule: its first line is \"", "name a file that jcoyote wrote");
        assertThatExceptionOfType(ScheduleFormatException.class)
                .isThrownBy(() -> read(text))
                .satisfies(told -> assertThat(told.getMessage()).matches("[^\\p{Cntrl}]*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n", "\uFEFF"})
    void anEmptyFileIsTold(String text) {
        assertFails(text, "s.schedule is empty: copy the file again");
    }

    @Test
    void theLongerHashesOfOlderFilesAreRead() {
        String older = SAMPLE.replace("2215 ", "9c04be11 ")
                .replace("f376 ", "00d1f3a7 ")
                .replace("0000 ", "ffffffff ")
                .replaceFirst("end 3 [0-9a-f]+", "end 3");
        assertEqual(read(older), Schedules.sample());
    }

    @Test
    void aFileThatWasCutOffIsTold() {
        assertFails(
                SAMPLE.substring(0, SAMPLE.indexOf("17  ")),
                "s.schedule, line 8: the file ends here, without the line that begins with \"end\": it was cut off; copy");
        assertFails(
                SAMPLE.replaceFirst("3  .*\n", ""),
                "line 10: the file says that it has 3 decisions, but it has 2: it was cut or damaged; copy");
    }

    @Test
    void aWrongPartOfADecisionIsToldWithLineAndColumn() {
        assertFails(SAMPLE.replace("\n3  ", "\nx3  "), "line 8: column 1: the step must be a number, but is \"x3\"");
        assertFails(
                SAMPLE.replace("0/2", "0+2"), "line 9: column 25: a value is \"-\" or \"value/bound\", but this is");
        assertFails(SAMPLE.replace("0/2", "0/z"), "line 9: column 27: the bound must be a number, but is \"z\"");
        assertFails(SAMPLE.replace("f376", "f37q"), "line 9: column 32: the hash of the enabled threads has");
        assertFails(
                SAMPLE.replace("NOTIFY  main", "SIGNAL  main"), "column 9: there is no kind of decision \"SIGNAL\"");
        assertFails(SAMPLE.replace("main.2", "main\\q"), "line 9: column 17: \"\\q\" is no escape");
        assertFails(SAMPLE.replace("main.2", "main \\u12"), "line 9: column 17: \"\\u12\" is no escape");
        assertFails(
                SAMPLE.replace("main.2  ", ""),
                "line 9: a decision has 7 columns, two or more blanks apart, but here are 6");
    }

    @Test
    void aWrongSettingIsTold() {
        assertFails(SAMPLE.replace("seed: 42", "seed 42"), "line 3: expected a setting as \"key: value\"");
        assertFails(SAMPLE.replace("seed: 42", "test: x"), "line 3: the setting test stands here for the second time");
        assertFails(SAMPLE.replace("seed: 42", "seed: \\x"), "line 3: column 7: \"\\x\" is no escape");
        assertFails(SAMPLE + "more", "line 12: nothing may follow the line that begins with \"end\": delete \"more\"");
    }

    @Test
    void aKeyThatCouldNotBeReadIsNotWritten() {
        for (String key : List.of("", "a b", "a:b", "#a", "a\nb")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScheduleFormat.write(new Schedule(Map.of(key, ""), List.of())));
        }
    }

    private static Schedule read(String text) {
        return ScheduleFormat.read(text, "s.schedule");
    }

    private static void assertEqual(Schedule actual, Schedule expected) {
        assertThat(actual.decisions()).isEqualTo(expected.decisions());
        assertThat(List.copyOf(actual.header().entrySet()))
                .isEqualTo(List.copyOf(expected.header().entrySet()));
    }

    private static void assertReadsEqualOrFails(String text) {
        Schedule schedule;
        try {
            schedule = read(text);
        } catch (ScheduleFormatException told) {
            assertThat(told).hasMessageStartingWith("s.schedule");
            return;
        }
        assertEqual(schedule, Schedules.sample());
    }

    private static void assertFails(String text, String... parts) {
        assertThatExceptionOfType(ScheduleFormatException.class)
                .isThrownBy(() -> read(text))
                .withMessageContainingAll(parts);
    }

    private static void damage(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int position = random.nextInt(line.length() + 1);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, line.substring(0, position));
            case 3 -> lines.set(at, line.substring(position));
            case 4 ->
                lines.set(at, line.substring(0, position) + (char) random.nextInt(0x3000) + line.substring(position));
            default -> lines.set(at, lines.get(random.nextInt(lines.size())));
        }
    }
}
