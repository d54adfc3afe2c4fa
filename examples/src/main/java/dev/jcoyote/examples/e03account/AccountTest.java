package dev.jcoyote.examples.e03account;

/** Transfers come to an end, and the money is all there. */
public final class AccountTest {
    private final Account savings = new Account(1, 100);
    private final Account current = new Account(2, 100);

    /** Two threads transfer in opposite directions. Fails: a deadlock. */
    public void transfersInOppositeDirections() throws InterruptedException {
        Thread out = new Thread(() -> savings.transferTo(current, 30), "out");
        Thread back = new Thread(() -> current.transferTo(savings, 20), "back");
        check(out, back);
    }

    /** The same with an order of the accounts. Passes. */
    public void transfersInOppositeDirectionsFixed() throws InterruptedException {
        Thread out = new Thread(() -> savings.transferInOrderTo(current, 30), "out");
        Thread back = new Thread(() -> current.transferInOrderTo(savings, 20), "back");
        check(out, back);
    }

    private void check(Thread out, Thread back) throws InterruptedException {
        out.start();
        back.start();
        out.join();
        back.join();
        if (savings.balance() != 90 || current.balance() != 110) {
            throw new AssertionError("savings " + savings.balance() + ", current " + current.balance());
        }
    }
}
