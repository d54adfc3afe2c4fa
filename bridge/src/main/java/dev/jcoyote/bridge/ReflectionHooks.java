package dev.jcoyote.bridge;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The {@linkplain Hooks hooks} of reflection, which finds static state up to date and classes as they were written. */
public final class ReflectionHooks {
    /** What the names of the methods begin with that stand for method references. */
    public static final String METHOD_REFERENCE = "jcoyote$ref$";

    private ReflectionHooks() {}

    /** Before a static field is reached by reflection, and before a class is asked for to be initialised. */
    public static void touch(@Nullable Class<?> type) throws Throwable {
        if (type != null && Control.isControlled()) {
            ClassInitialization.ensure(type);
        }
    }

    /** Before a field is read or written by reflection. */
    public static void touchField(@Nullable Field field) throws Throwable {
        if (field != null && Modifier.isStatic(field.getModifiers())) {
            touch(field.getDeclaringClass());
        }
    }

    /** Before a field is written by reflection, which final static fields refuse. */
    public static void touchToWrite(@Nullable Field field) throws Throwable {
        touchField(field);
        if (field != null && Modifier.isStatic(field.getModifiers()) && isDeclaredFinal(field)) {
            throw new IllegalAccessException("Can not set static final "
                    + field.getType().getName() + " field "
                    + field.getDeclaringClass().getName() + "."
                    + field.getName());
        }
    }

    /** After {@code Field.getModifiers}: those that the program has declared. */
    public static int modifiers(Field field, int real) {
        return Modifier.isStatic(real) && isDeclaredFinal(field) ? real | Modifier.FINAL : real;
    }

    private static boolean isDeclaredFinal(Field field) {
        try {
            Field finals = field.getDeclaringClass().getDeclaredField(ClassInitialization.FINALS);
            finals.setAccessible(true);
            return String.valueOf(finals.get(null)).contains(" " + field.getName() + " ");
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The class has no such fields.
            return false;
        }
    }

    /** After {@code Class.getDeclaredFields} and {@code getFields}: those that the program has declared. */
    public static Field[] visibleFields(Field[] fields) {
        int visible = moveVisible(fields);
        return visible == fields.length ? fields : Arrays.copyOf(fields, visible);
    }

    /** After {@code Class.getDeclaredMethods} and {@code getMethods}: those that the program has declared. */
    public static Method[] visibleMethods(Method[] methods) {
        int visible = moveVisible(methods);
        return visible == methods.length ? methods : Arrays.copyOf(methods, visible);
    }

    /** Moves what the program has declared to the front, and returns how much it is. */
    private static int moveVisible(Member[] members) {
        int visible = 0;
        for (Member member : members) {
            String name = member.getName();
            boolean ours = member.isSynthetic()
                    && (name.startsWith(ClassInitialization.PREFIX)
                            || name.startsWith(METHOD_REFERENCE)
                            || name.equals("serialVersionUID"));
            if (!ours) {
                members[visible++] = member;
            }
        }
        return visible;
    }

    /** After {@code Field.get}: the constants of an interface lie beside their fields. */
    public static @Nullable Object fieldRead(@Nullable Object value, Field field) {
        if (Control.isControlled()
                && Modifier.isStatic(field.getModifiers())
                && field.getDeclaringClass().isInterface()) {
            Object[] statics = ClassInitialization.of(field.getDeclaringClass()).statics();
            for (int i = 0; i < statics.length; i += 2) {
                if (statics[i].equals(field.getName())) {
                    return statics[i + 1];
                }
            }
        }
        return value;
    }

    /** In place of {@code Class.forName(name, initialize, loader)}. */
    public static Class<?> findClass(@Nullable String name, boolean initialize, @Nullable ClassLoader loader)
            throws Throwable {
        Class<?> found = Class.forName(name, initialize, loader);
        if (initialize) {
            touch(found);
        }
        return found;
    }
}
