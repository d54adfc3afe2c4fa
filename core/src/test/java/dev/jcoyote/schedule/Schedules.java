package dev.jcoyote.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Schedules for tests. */
final class Schedules {
    private static final String[] PIECES = {
        " ",
        "  ",
        "a",
        "CALL",
        "Map.put",
        "\\",
        "\\n",
        "\n",
        "\r\n",
        "\t",
        "-",
        "#",
        ":",
        ": ",
        "end 3",
        "\u0000",
        "\u001b",
        "é",
        "線",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\uFEFF",
        "\u2028",
        "\u0085",
        "0/2",
        "main.1",
        "$lambda",
        "<init>",
        "\\e",
        "\\u"
    };

    private Schedules() {}

    static Schedule sample() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put(Schedule.TEST, "com.example.AccountTest.withdrawals");
        header.put(Schedule.SEED, "42");
        header.put(Schedule.FAILURE, "AssertionError: expected 2\nbut was 1");
        header.put("x-of-a-newer-writer", "kept");
        return new Schedule(
                header,
                List.of(
                        new Decision(
                                3,
                                Decision.Kind.THREAD,
                                "main.1",
                                0,
                                0,
                                "CALL ConcurrentHashMap.put",
                                "com.example.Account.withdraw:12",
                                0x9c04be11),
                        new Decision(
                                17,
                                Decision.Kind.NOTIFY,
                                "main.2",
                                0,
                                2,
                                "NOTIFY",
                                "com.example.Account.pay:20",
                                0xd1f3a7),
                        new Decision(17, Decision.Kind.THREAD, "main", 0, 0, "BEGIN", OperationText.UNKNOWN_SITE, -1)));
    }

    static Schedule random(Random random) {
        Map<String, String> header = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            header.put("key-" + i, text(random));
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            Decision.Kind[] kinds = Decision.Kind.values();
            decisions.add(new Decision(
                    random.nextInt(),
                    kinds[random.nextInt(kinds.length)],
                    text(random),
                    random.nextInt(4) - 1,
                    random.nextInt(4) - 1,
                    text(random),
                    text(random),
                    random.nextInt()));
        }
        return new Schedule(header, decisions);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
