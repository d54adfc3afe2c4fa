package dev.jcoyote.control;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Controller;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.Specifications;
import dev.jcoyote.sync.Holders;
import java.util.function.BooleanSupplier;

/**
 * Answers the hooks of a specification's condition, which a thread looks at between two of its steps: no scheduling point,
 * and what would wait is an error.
 */
final class SpecificationController extends EvaluationController implements Specifications.Evaluator {
    private final Controller installed;

    /**
     * Creates it.
     *
     * @param program who answers the program's hooks
     * @param installed who answers all hooks at other times
     */
    SpecificationController(Controller program, Controller installed, Scheduler scheduler, Holders holders) {
        super(program, scheduler, holders);
        this.installed = installed;
    }

    @Override
    public boolean evaluate(BooleanSupplier condition) {
        Control.install(this);
        Control.unmask(true);
        try {
            return condition.getAsBoolean();
        } catch (EvaluationCannotWait e) {
            throw new IllegalStateException("It must not wait for other threads. " + e.getMessage(), e);
        } finally {
            Control.mask();
            Control.install(installed);
        }
    }

    /** The program may ask the same object later, and must get the number that it gets in every run. */
    @Override
    public void hashing(Object object) {
        program.hashing(object);
    }

    @Override
    public boolean starting(Thread thread) {
        throw new IllegalStateException("A specification must not start threads");
    }
}
