package dev.jcoyote.explain.memory;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of classes, read as they are: no class is initialised for that, and no code of the program runs. */
public final class Fields {
    private static final ClassValue<List<Field>> DECLARED = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return declaredBy(type);
        }
    };

    private static final ClassValue<List<Field>> OF_OBJECTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : declared(c)) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    };

    private Fields() {}

    /** The fields that a class declares and that can be read, in the order of its file. */
    public static List<Field> declared(Class<?> type) {
        return DECLARED.get(type);
    }

    /** The instance fields of the objects of a class, its own before those of its superclass. */
    public static List<Field> ofObjects(Class<?> type) {
        return OF_OBJECTS.get(type);
    }

    private static List<Field> declaredBy(Class<?> type) {
        Field[] all;
        try {
            all = type.getDeclaredFields();
        } catch (LinkageError e) {
            // The class of a field is missing: the program gets on without it, and so does who reads it.
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : all) {
            if (isOpen(field)) {
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }

    private static boolean isOpen(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            // A package of the JDK that the agent has no need to open.
            return false;
        }
    }

    /** The field of that name of an object; null if its class has none that can be read. */
    public static @Nullable Field find(Class<?> type, String name) {
        for (Field field : ofObjects(type)) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** The value of an instance field; primitive values come in boxes. */
    public static @Nullable Object get(Field field, @Nullable Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
    }

    /** The value of an instance field of that name; null if there is none. */
    public static @Nullable Object named(String name, Object object) {
        Field field = find(object.getClass(), name);
        return field == null ? null : get(field, object);
    }

    /** Whether the static fields of a class can be read: to read those of a class that is not initialised would do so. */
    public static boolean isInitialized(Class<?> type) {
        return !Initialization.isDue(type);
    }

    /** What the JVM knows of the initialisation of classes. */
    private static final class Initialization {
        private static final Object UNSAFE;
        private static final Method SHOULD_BE;

        static {
            try {
                Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
                UNSAFE = unsafe.getMethod("getUnsafe").invoke(null);
                SHOULD_BE = unsafe.getMethod("shouldBeInitialized", Class.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static boolean isDue(Class<?> type) {
            try {
                return (boolean) SHOULD_BE.invoke(UNSAFE, type);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The JDK does not say whether " + type + " is initialised", e);
            }
        }
    }
}
