package dev.jcoyote.explain;

import dev.jcoyote.explain.WaitCycles.Link;
import dev.jcoyote.scheduler.Wait;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What to change in a program whose threads wait for each other in a circle. */
final class CircleRemedy {
    private CircleRemedy() {}

    /** In a sentence or two. */
    static String of(List<Link> circle) {
        Link first = circle.get(0);
        if (circle.size() == 1) {
            return ofOne(first);
        }
        if (circle.stream().anyMatch(link -> link.waitsFor().kind() == Wait.Kind.INITIALIZATION)) {
            return "classes must not need each other while they are initialised. Let one of them get what it needs later,"
                    + " on first use, or initialise both in one thread before the others start.";
        }
        for (Link link : circle) {
            if (link.waitsFor().kind() == Wait.Kind.END) {
                return link.held().what().isEmpty()
                        ? "threads must not join each other. Let one thread wait for the others."
                        : link.thread().label() + " must not wait for another thread's end while it holds "
                                + link.held().what() + ", which that thread needs. Give it up before the join.";
            }
        }
        TreeSet<String> names =
                circle.stream().map(link -> link.held().what()).collect(Collectors.toCollection(TreeSet::new));
        if (names.size() == 1 && first.waitsFor().kind() == Wait.Kind.PERMIT) {
            return "each has a permit of " + names.first() + " and needs one more. Take all permits that are needed"
                    + " in one call, acquire(n), or have more of them.";
        }
        if (names.size() == 1) {
            return "each of them has a part of " + names.first() + " and keeps it while it waits for more."
                    + " Give up the one before waiting for the other.";
        }
        boolean isSameCode =
                circle.stream().map(link -> link.held().takenAt()).distinct().count() == 1;
        return isSameCode
                ? "the threads run the same code, and take the same objects in different orders. Bring the objects into"
                        + " an order that is always the same, such as by a number that each has, and take them in that"
                        + " order. Then no circle can come about."
                : "take these in the same order everywhere, for example always " + String.join(" before ", names)
                        + ". Then no circle can come about. Or do not hold one while waiting for the next.";
    }

    private static String ofOne(Link link) {
        String what = link.held().what();
        return switch (link.waitsFor().kind()) {
            case END -> "a thread cannot wait for its own end. Join another thread, or none.";
            case PERMIT ->
                "a permit is not tied to a thread: who has taken one and asks again needs a second one. Do not call"
                        + " acquire() where the permit is held already, or release it before.";
            default ->
                what.equals(link.waitsFor().object())
                        ? "this lock cannot be taken twice by the same thread. Do not lock where it is held already, or"
                                + " use a ReentrantLock."
                        : "a read lock cannot become a write lock. Unlock " + what + " before locking "
                                + link.waitsFor().object() + ", and check again what was read; or take the write lock"
                                + " from the beginning.";
        };
    }
}
