package dev.jcoyote.bridge;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * How far the initialisation of one class of the program has come in one epoch: JLS 12.4.2 for a class whose initialiser
 * runs in every execution anew.
 *
 * <p>A controlled thread changes it while it runs, any other thread under the object's own monitor.
 */
public final class ClassInitialization {
    /** What the names of the members begin with that a class gets for its initialisation. */
    public static final String PREFIX = "$jcoyote$";

    /** The method that brings a class up to date; static, without arguments. */
    public static final String ENSURE = PREFIX + "ensure";

    /** The method that lists the names and values of the static fields, in turns. */
    public static final String STATICS = PREFIX + "statics";

    /** The constant that names the fields that the program has declared final, each between spaces. */
    public static final String FINALS = PREFIX + "finals";

    /** The method that holds the code of the static initialiser. */
    public static final String INITIALIZER = PREFIX + "clinit";

    private static final Values VALUES = new Values();

    /** How far it has come. */
    public enum State {
        /** Nobody has needed the class yet. */
        UNTOUCHED,
        /** A thread runs the initialiser. */
        UNDER_WAY,
        /** The initialiser has run. */
        DONE,
        /** The initialiser has failed. */
        FAILED
    }

    private final Class<?> type;
    private State state = State.UNTOUCHED;
    private int epoch;
    private int runs;
    private @Nullable Thread outsider;
    private Object @Nullable [] saved;
    private @Nullable Throwable failure;

    private ClassInitialization(Class<?> type) {
        this.type = type;
    }

    /** The initialisation of that class. */
    public static ClassInitialization of(Class<?> type) {
        return VALUES.get(type);
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** How far it has come in this epoch. */
    public State state() {
        return epoch == StaticEpoch.current ? state : State.UNTOUCHED;
    }

    /** The initialiser begins to run. */
    public void begin() {
        if (runs == 1) {
            saved = statics();
        }
        epoch = StaticEpoch.current;
        state = State.UNDER_WAY;
    }

    /** The initialiser has run. */
    public void end() {
        state = State.DONE;
        runs++;
        saved = null;
    }

    /** The initialiser has failed. */
    public void fail(Throwable error) {
        state = State.FAILED;
        failure = error;
    }

    /** What those get who need the class after its initialiser has failed. */
    public NoClassDefFoundError notInitialized() {
        NoClassDefFoundError error = new NoClassDefFoundError("Could not initialize class " + type.getName());
        Throwable cause = failure;
        if (cause != null) {
            error.initCause(cause);
        }
        return error;
    }

    /**
     * Gives the static fields the values of the first run, if this was the second one: an initialiser that fails then
     * does what can be done once only.
     *
     * @return whether it has done so
     */
    boolean restore() {
        Object[] values = saved;
        saved = null;
        if (values == null) {
            return false;
        }
        try {
            for (int i = 0; i < values.length; i += 2) {
                Field field = type.getDeclaredField((String) values[i]);
                field.setAccessible(true);
                field.set(null, values[i + 1]);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Its module is closed: then the failure is what there is to tell.
            return false;
        }
        state = State.DONE;
        return true;
    }

    /** A thread outside control needs the class: waits for another such thread; returns whether it shall initialise it. */
    synchronized boolean beginOutside() {
        boolean interrupted = false;
        while (outsider != null && outsider != Thread.currentThread()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (state() == State.FAILED) {
            throw notInitialized();
        }
        // It does not wait for a controlled thread, which may be waiting for this one.
        if (outsider != null || state() != State.UNTOUCHED) {
            return false;
        }
        outsider = Thread.currentThread();
        begin();
        return true;
    }

    /** The thread outside control is done, or has failed. */
    synchronized void endOutside(@Nullable Throwable error) {
        outsider = null;
        if (error == null) {
            end();
        } else {
            fail(error);
        }
        notifyAll();
    }

    /**
     * The names and values of the static fields that the class's code can change, in turns; empty if the class does not
     * tell.
     */
    public Object[] statics() {
        try {
            Method method = type.getDeclaredMethod(STATICS);
            method.setAccessible(true);
            return (Object[]) method.invoke(null);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // It has failed, or its module is closed.
            return new Object[0];
        }
    }

    /** Brings a class up to date whose code is reached by reflection. */
    static void ensure(Class<?> type) throws Throwable {
        Method method = VALUES.ensureOf(type);
        if (method != null) {
            try {
                method.invoke(null);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static final class Values extends ClassValue<ClassInitialization> {
        @Override
        protected ClassInitialization computeValue(Class<?> type) {
            return new ClassInitialization(type);
        }

        /** The method that brings the class or its nearest ancestor with state up to date; null if none has any. */
        @Nullable
        Method ensureOf(Class<?> type) {
            Class<?> owner = type;
            while (owner != null && owner.getClassLoader() != null) {
                try {
                    Method method = owner.getDeclaredMethod(ENSURE);
                    method.setAccessible(true);
                    return method;
                } catch (NoSuchMethodException e) {
                    owner = owner.getSuperclass();
                } catch (RuntimeException e) {
                    // Its module is closed.
                    return null;
                }
            }
            return null;
        }
    }
}
