package dev.jcoyote.control;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Access to private fields of the JDK, whose packages the agent has opened. */
final class JdkFields {
    private JdkFields() {}

    /** Initialises a class, if it exists. */
    static void initialise(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            // Other JDKs have other classes, and this one nothing to initialise.
            return;
        }
    }

    /** The field, or null if the class or the field does not exist. */
    static @Nullable Field find(String owner, String name) {
        try {
            return find(Class.forName(owner), name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The field, or null if the class does not have it. */
    static @Nullable Field find(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** The value of a static field, or null if there is no such field or its value has another type. */
    static <T> @Nullable T value(@Nullable Field field, Class<T> type) {
        try {
            Object value = field == null ? null : field.get(null);
            return type.isInstance(value) ? type.cast(value) : null;
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    /** The value of a static field; 0 if there is none. */
    static int getInt(@Nullable Field field) {
        try {
            return field == null ? 0 : field.getInt(null);
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    /** Sets a static field, if there is one. */
    static void setInt(@Nullable Field field, int value) {
        try {
            if (field != null) {
                field.setInt(null, value);
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    /** Sets an object's field, if there is one. */
    static void set(@Nullable Field field, Object object, @Nullable Object value) {
        try {
            if (field != null) {
                field.set(object, value);
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    /** Gives a field the value that it has in a new object: 0 or null. The object of a static field is null. */
    static void clear(Field field, @Nullable Object object) {
        try {
            if (field.getType() == long.class) {
                field.setLong(object, 0L);
            } else if (field.getType() == int.class) {
                field.setInt(object, 0);
            } else {
                field.set(object, null);
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    static IllegalStateException inaccessible(IllegalAccessException e) {
        return new IllegalStateException("The field was made accessible", e);
    }
}
