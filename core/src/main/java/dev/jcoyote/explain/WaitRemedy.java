package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.List;

/** What would have to happen for a blocked thread to go on, and what to change in the program if nothing shows more. */
final class WaitRemedy {
    private static final String POOL =
            "if the pool has no thread left for the task that would act, all wait for ever. Do not wait in a task, or give"
                    + " the other tasks a pool of their own.";

    private WaitRemedy() {}

    /** What another thread would have to do, as a sentence without its end; empty if that is clear. */
    static String needs(Wait wait) {
        String object = wait.object();
        return switch (wait.kind()) {
            case NOTIFICATION -> "Another thread would have to call notify() or notifyAll() on it";
            case SIGNAL -> "Another thread would have to call signal() or signalAll() on it";
            case UNPARK -> "Another thread would have to call LockSupport.unpark for it";
            case OTHER ->
                wait.call().contains(".park")
                        ? "Another thread would have to call LockSupport.unpark for it"
                        : "Another thread would have to wake it";
            case COUNT ->
                "Another thread would have to call countDown()"
                        + (wait.amount() == Wait.UNKNOWN ? "" : " " + times(wait.amount()) + " more");
            case PERMIT -> "Another thread would have to call release()";
            case ELEMENT -> "Another thread would have to put an element in";
            case ROOM -> "It is full: another thread would have to take an element out";
            case PARTNER -> "Another thread would have to come to " + object + " for the other side";
            case RESULT ->
                wait.holders().isEmpty()
                        ? "Another thread would have to complete it" + (isTask(wait) ? ", that is to run it" : "")
                        : "";
            case PARTIES -> "Other threads would have to arrive there, too";
            case LOCK, MONITOR, MONITOR_AGAIN, INITIALIZATION ->
                wait.holders().isEmpty() ? "Another thread has it, and would have to give it up" : "";
            case END, TIME, WORK -> "";
        };
    }

    private static boolean isTask(Wait wait) {
        return wait.call().startsWith("FutureTask") || wait.call().startsWith("ForkJoinTask");
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    /** What to change, in a sentence or two. */
    static String change(Wait wait, List<ThreadSnapshot> waiting) {
        boolean inPool = waiting.stream().anyMatch(WaitRemedy::isTaskOfPool);
        return switch (wait.kind()) {
            case COUNT, ELEMENT, PERMIT, PARTIES ->
                usual(wait) + (inPool ? " And it is waited for in a task of a pool: " + POOL : "");
            case RESULT -> inPool ? "a task waits for another one: " + POOL : usual(wait);
            default -> usual(wait);
        };
    }

    private static String usual(Wait wait) {
        return switch (wait.kind()) {
            case NOTIFICATION ->
                "find the thread that should notify, and why it does not: it has ended, waits itself, or does not get to"
                        + " that line. Wait in a loop that checks a condition.";
            case SIGNAL ->
                "find the thread that should signal, and why it does not: it has ended, waits itself, or does not get to"
                        + " that line. Wait in a loop that checks a condition.";
            case COUNT ->
                "start the latch with the number of calls that are really made, and make each in a finally block, so that"
                        + " an exception does not leave one out.";
            case PERMIT ->
                "give back each permit in a finally block; and if it is a signal between threads, see who should release.";
            case ELEMENT ->
                "put in as many elements as are taken out, or tell the takers that no more will come: a last element that"
                        + " says so, an interrupt, or poll with a time limit.";
            case ROOM ->
                "see that someone takes elements as long as others put them in, or use a queue without a limit.";
            case PARTNER -> "see that both sides come equally often.";
            case RESULT ->
                "complete it on every path, with completeExceptionally where there is no result; or wait for it with a"
                        + " time limit.";
            case PARTIES -> "make the number of parties that of the threads that really arrive.";
            case LOCK, MONITOR, MONITOR_AGAIN, INITIALIZATION ->
                "unlock in a finally block, as often as it was locked, before the thread ends.";
            default -> "find the thread that should wake this one, and why it does not.";
        };
    }

    private static boolean isTaskOfPool(ThreadSnapshot thread) {
        return thread.stack().stream()
                .anyMatch(frame -> frame.getMethodName().equals("runWorker")
                        || frame.getClassName().endsWith("ForkJoinWorkerThread"));
    }
}
