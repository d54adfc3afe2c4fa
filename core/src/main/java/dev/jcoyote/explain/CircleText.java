package dev.jcoyote.explain;

import dev.jcoyote.explain.WaitCycles.Link;
import dev.jcoyote.scheduler.Wait;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a circle of threads that wait for each other, and says what would break it. */
final class CircleText {
    private CircleText() {}

    /** In one line: what each of them holds and waits for. */
    static String summary(List<Link> circle) {
        String text = circle.stream().map(CircleText::inOneLine).collect(Collectors.joining("; "));
        return circle.size() == 1 ? text + ": for itself" : text;
    }

    private static String inOneLine(Link link) {
        String holds = link.held().what().isEmpty() ? "" : holds(link) + ", ";
        return link.thread().label() + " " + holds + waitsFor(link.waitsFor());
    }

    private static String holds(Link link) {
        String verb = switch (link.neededFor()) {
            case INITIALIZATION -> "initialises class ";
            case RESULT -> "computes ";
            default -> "holds ";
        };
        return verb + link.held().what();
    }

    private static String waitsFor(Wait wait) {
        return switch (wait.kind()) {
            case MONITOR, LOCK, PERMIT -> "waits for " + wait.object();
            default -> wait.text();
        };
    }

    /** Drawn, from the first thread on: its arrow points to who has what a thread waits for. */
    static String details(List<Link> circle) {
        StringBuilder text = new StringBuilder();
        int size = circle.size();
        text.append(Paragraph.of(
                "",
                size == 1
                        ? circle.get(0).thread().label() + " waits for itself: it can never go on."
                        : size + " threads wait for each other in a circle: none of them can ever go on."));
        text.append('\n');
        for (int i = 0; i < size; i++) {
            Link link = circle.get(i);
            text.append(i == 0 ? "+-> " : "|   ").append(link.thread().label()).append('\n');
            if (!link.held().what().isEmpty()) {
                String taken = link.held().takenAt() == null
                        ? ""
                        : ", since " + Place.of(link.held().takenAt());
                line(text, holds(link), taken);
            }
            line(
                    text,
                    link.waitsFor().text(),
                    ", at " + Place.of(link.waitsFor().at()));
            boolean isLast = i == size - 1;
            text.append(isLast ? "|       |  " : "|       v  ").append(does(link));
            text.append(isLast ? size == 1 ? " itself\n" : " the first one\n" : "\n");
        }
        text.append("+-------+\n\n");
        return text.append(Paragraph.of("", "What to change: " + CircleRemedy.of(circle)))
                .toString();
    }

    private static void line(StringBuilder text, String what, String where) {
        String whole = "|     " + what + where;
        if (whole.length() <= Paragraph.WIDTH) {
            text.append(whole).append('\n');
        } else {
            text.append("|     ").append(what).append('\n');
            text.append("|         ").append(where.substring(2)).append('\n');
        }
    }

    /** What the thread that a thread waits for has to do with it. */
    private static String does(Link link) {
        return switch (link.waitsFor().kind()) {
            case END -> "which is";
            case INITIALIZATION -> "initialised by";
            case RESULT -> "computed by";
            default -> "held by";
        };
    }
}
