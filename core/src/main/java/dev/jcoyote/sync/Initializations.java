package dev.jcoyote.sync;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.scheduler.ExecutionAbandoned;

/**
 * The initialisation of classes by controlled threads (JLS 12.4.2): whoever runs an initialiser holds the monitor of its
 * {@link ClassInitialization} meanwhile, so that the others wait, and a cycle of them is found like any other.
 */
public final class Initializations {
    private final Monitors monitors;

    /** Creates the model on top of that of the monitors. */
    public Initializations(Monitors monitors) {
        this.monitors = monitors;
    }

    /** A class is needed; returns whether the running thread shall run its initialiser. */
    public boolean begin(ClassInitialization initialization, int site) {
        if (initialization.state() == ClassInitialization.State.UNDER_WAY && monitors.isHeld(initialization)) {
            // The initialiser needs its own class.
            return false;
        }
        monitors.enterInJdk(initialization, site);
        if (initialization.state() == ClassInitialization.State.UNTOUCHED) {
            initialization.begin();
            return true;
        }
        monitors.exit(initialization);
        if (initialization.state() == ClassInitialization.State.FAILED) {
            throw initialization.notInitialized();
        }
        return false;
    }

    /** The initialiser has run. */
    public void end(ClassInitialization initialization) {
        initialization.end();
        monitors.exit(initialization);
    }

    /** The initialiser has failed; returns whether that is the program's own doing. */
    public boolean failed(ClassInitialization initialization, Throwable error) {
        initialization.fail(error);
        monitors.exit(initialization);
        return !(error instanceof ExecutionAbandoned);
    }
}
