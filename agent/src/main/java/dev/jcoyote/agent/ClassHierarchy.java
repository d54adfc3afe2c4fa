package dev.jcoyote.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What the program's classes declare and inherit, read from their class files: no class is loaded for a question.
 *
 * <p>Outlines are kept for each class loader, and go with it. Classes of the JDK are the ends of every path.
 */
final class ClassHierarchy {
    private final Map<ClassLoader, Map<String, @Nullable ClassOutline>> outlines = new WeakHashMap<>();
    private final Set<String> loadedBefore = new HashSet<>();

    /**
     * Where a field or method is declared.
     *
     * @param owner the internal name of the declaring class
     */
    record Declaration(String owner, ClassOutline.Member member) {}

    /** Remembers a class that has just been given to the JVM, so that its file need not be looked for. */
    synchronized void register(ClassLoader loader, ClassOutline outline) {
        of(loader).put(outline.name(), outline);
    }

    /** Remembers that a class was loaded before the agent, so that its methods keep their modifiers. */
    synchronized void addLoadedBefore(String name) {
        loadedBefore.add(name);
    }

    synchronized boolean isLoadedBefore(String name) {
        return loadedBefore.contains(name);
    }

    /** The outline of one of the program's classes; null for a class of the JDK, and for one without a class file. */
    synchronized @Nullable ClassOutline find(ClassLoader loader, String name) {
        if (Names.isJdk(name)) {
            return null;
        }
        Map<String, @Nullable ClassOutline> known = of(loader);
        if (!known.containsKey(name)) {
            known.put(name, read(loader, name));
        }
        return known.get(name);
    }

    private Map<String, @Nullable ClassOutline> of(ClassLoader loader) {
        Map<String, @Nullable ClassOutline> known = outlines.get(loader);
        if (known == null) {
            known = new HashMap<>();
            outlines.put(loader, known);
        }
        return known;
    }

    private static @Nullable ClassOutline read(ClassLoader loader, String name) {
        try (InputStream file = loader.getResourceAsStream(name + ".class")) {
            return file == null ? null : ClassOutline.of(new ClassReader(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the class file of " + Names.dotted(name), e);
        }
    }

    /** Finds the declaration of a field as the JVM does; null if the JDK or an unknown class declares it. */
    @Nullable
    Declaration field(ClassLoader loader, String owner, String name) {
        ClassOutline outline = find(loader, owner);
        if (outline == null) {
            return null;
        }
        ClassOutline.Member field = outline.field(name);
        if (field != null) {
            return new Declaration(owner, field);
        }
        for (String parent : outline.interfaces()) {
            Declaration inherited = field(loader, parent, name);
            if (inherited != null) {
                return inherited;
            }
        }
        String parent = outline.superName();
        return parent == null ? null : field(loader, parent, name);
    }

    /** Finds the declaration of a method with a body, or a native one, in a class of the program; null if there is none. */
    @Nullable
    Declaration method(ClassLoader loader, String owner, String name, String descriptor) {
        ClassOutline outline = find(loader, owner);
        if (outline == null) {
            return null;
        }
        ClassOutline.Member method = outline.method(name, descriptor);
        if (method != null && !method.is(Opcodes.ACC_ABSTRACT)) {
            return new Declaration(owner, method);
        }
        String superName = outline.superName();
        Declaration inherited = superName == null ? null : method(loader, superName, name, descriptor);
        if (inherited != null) {
            return inherited;
        }
        for (String parent : outline.interfaces()) {
            inherited = method(loader, parent, name, descriptor);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /**
     * The type of the JDK that gives one of the program's classes its concurrent methods: Thread or a class or
     * interface of {@code java.util.concurrent} among its superclasses, then among its interfaces; null if none does.
     */
    @Nullable
    String concurrentAncestor(ClassLoader loader, String name) {
        if (name.equals(Names.THREAD) || name.startsWith(Names.CONCURRENT)) {
            return name;
        }
        ClassOutline outline = find(loader, name);
        if (outline == null) {
            return null;
        }
        String superName = outline.superName();
        String ancestor = superName == null ? null : concurrentAncestor(loader, superName);
        for (int i = 0; ancestor == null && i < outline.interfaces().size(); i++) {
            ancestor = concurrentAncestor(loader, outline.interfaces().get(i));
        }
        return ancestor;
    }
}
