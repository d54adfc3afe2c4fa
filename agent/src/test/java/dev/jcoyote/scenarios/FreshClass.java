package dev.jcoyote.scenarios;

import java.util.function.Function;
import java.util.function.Supplier;

/** A class that a loader of its own loads, so that it is transformed, linked and initialised anew. */
final class FreshClass {
    /** The class; its initialiser asks whom the loader was given. */
    @SuppressWarnings("unused") // by reflection
    public static final class Body implements Function<Object, Object> {
        private static final Object VALUE = initial();

        /** Public, since another loader's class of the same name belongs to another package. */
        public Body() {}

        private static Object initial() {
            Thread.yield();
            return ((Supplier<?>) Body.class.getClassLoader()).get();
        }

        @Override
        public synchronized Object apply(Object ignored) {
            Thread.yield();
            return VALUE;
        }
    }

    /** Loads that class, and gives its initialiser a value. */
    private static final class Loader extends LoaderOfOne implements Supplier<Object> {
        private Supplier<Object> initial = Object::new;

        Loader() {
            super(Body.class);
        }

        @Override
        public Object get() {
            return initial.get();
        }
    }

    private final Loader loader = new Loader();

    private FreshClass() {}

    /** Has it defined when it is first used. */
    static FreshClass defineAnew() {
        return new FreshClass();
    }

    /** Calls an instance, which initialises the class with that value if it is not yet. */
    @SuppressWarnings("unchecked") // the class is that one
    Object apply(Supplier<Object> initial) throws Exception {
        loader.initial = initial;
        Function<Object, Object> body = (Function<Object, Object>) Class.forName(Body.class.getName(), true, loader)
                .getConstructor()
                .newInstance();
        return body.apply(initial);
    }
}
