package dev.jcoyote.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** What classes of the JDK declare, read from its own files: no class is loaded for a question. */
final class JdkOutlines {
    private static final Map<String, @Nullable ClassOutline> OUTLINES = new HashMap<>();
    private static final Map<String, Boolean> SERIALIZABLE = new HashMap<>();

    private JdkOutlines() {}

    /** Whether a class of the JDK is {@code java.io.Serializable}. */
    static synchronized boolean isSerializable(@Nullable String name) {
        if (name == null || name.equals(Names.OBJECT)) {
            return false;
        }
        if (name.equals("java/io/Serializable")) {
            return true;
        }
        Boolean known = SERIALIZABLE.get(name);
        if (known == null) {
            known = read(name);
            SERIALIZABLE.put(name, known);
        }
        return known;
    }

    private static boolean read(String name) {
        ClassOutline outline = find(name);
        if (outline == null) {
            return false;
        }
        for (String parent : outline.interfaces()) {
            if (isSerializable(parent)) {
                return true;
            }
        }
        return isSerializable(outline.superName());
    }

    /** The outline of a class; null if this JDK does not have it. */
    static synchronized @Nullable ClassOutline find(String name) {
        ClassOutline known = OUTLINES.get(name);
        if (known == null) {
            known = load(name);
            OUTLINES.put(name, known);
        }
        return known;
    }

    private static @Nullable ClassOutline load(String name) {
        try (InputStream stream = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return stream == null ? null : ClassOutline.of(new ClassReader(stream.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the class file of " + Names.dotted(name), e);
        }
    }
}
