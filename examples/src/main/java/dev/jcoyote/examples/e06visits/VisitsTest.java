package dev.jcoyote.examples.e06visits;

/** No visit is forgotten. */
public final class VisitsTest {
    private final Visits visits = new Visits();

    /** Two visitors come at once. Fails: one is not counted. */
    public void everyVisitCounts() throws InterruptedException {
        check(visits::visit);
    }

    /** The same with a lock. Passes. */
    public void everyVisitCountsFixed() throws InterruptedException {
        check(visits::visitAlone);
    }

    private void check(Runnable visit) throws InterruptedException {
        Thread ann = new Thread(visit, "ann");
        Thread bob = new Thread(visit, "bob");
        ann.start();
        bob.start();
        ann.join();
        bob.join();
        if (visits.count() != 2) {
            throw new AssertionError("visits counted: " + visits.count());
        }
    }
}
