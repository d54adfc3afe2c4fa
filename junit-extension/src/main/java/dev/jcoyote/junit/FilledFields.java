package dev.jcoyote.junit;

import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The fields of an instance that others than its constructor have filled: extensions, and methods that run once for the
 * class.
 *
 * <p>JUnit tells nobody which these are. A field counts as filled if the constructor left it empty in a fresh instance,
 * gave it an object of another class, or another value of those that are compared by value; and so does the field of a
 * registered extension. Fields that Mockito's annotations fill are left out.
 */
final class FilledFields {
    private static final String MOCKITO = "org.mockito.";

    private final Object original;
    private @Nullable List<Filled> filled;

    FilledFields(Object original) {
        this.original = original;
    }

    /** Copies them to a fresh instance of the same class. */
    void copyTo(Object fresh) {
        List<Filled> fields = filled;
        if (fields == null) {
            fields = find(fresh);
            filled = fields;
        }
        for (Filled field : fields) {
            try {
                field.field().set(fresh, field.value());
            } catch (IllegalAccessException e) {
                throw inaccessible(field.field(), e);
            }
        }
    }

    private List<Filled> find(Object fresh) {
        List<Filled> found = new ArrayList<>();
        for (Class<?> type = original.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || !field.trySetAccessible()) {
                    continue;
                }
                Object value = value(field, original);
                if (value != null && !isOfMockito(field) && isFilled(field, value, value(field, fresh))) {
                    found.add(new Filled(field, value));
                }
            }
        }
        return found;
    }

    private static boolean isFilled(Field field, Object value, @Nullable Object initial) {
        if (initial == null || initial.getClass() != value.getClass()) {
            return true;
        }
        return isComparedByValue(value)
                ? !Objects.equals(value, initial)
                : field.isAnnotationPresent(RegisterExtension.class);
    }

    private static boolean isComparedByValue(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Path
                || value instanceof File
                || (value instanceof Number && value.getClass().getPackageName().equals("java.lang"));
    }

    private static boolean isOfMockito(Field field) {
        for (Annotation annotation : field.getAnnotations()) {
            if (annotation.annotationType().getName().startsWith(MOCKITO)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object value(Field field, Object instance) {
        try {
            return field.get(instance);
        } catch (IllegalAccessException e) {
            throw inaccessible(field, e);
        }
    }

    private static IllegalStateException inaccessible(Field field, IllegalAccessException e) {
        return new IllegalStateException("The field " + field + " cannot be copied to a fresh instance", e);
    }

    private record Filled(Field field, Object value) {}
}
