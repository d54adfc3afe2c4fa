package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What the program's classes declare and inherit, as one loader finds them, read from their class files: no class is
 * loaded for a question. Classes of the JDK are the ends of every path.
 *
 * <p>It serves the rewriting of one class, and notes what the answers depend on.
 */
class ClassHierarchy {
    private final KnownClasses known;
    private final ClassLoader loader;
    private final Dependencies dependencies;
    private final ClassFilter filter;

    ClassHierarchy(KnownClasses known, ClassLoader loader, Dependencies dependencies, ClassFilter filter) {
        this.known = known;
        this.filter = filter;
        this.loader = loader;
        this.dependencies = dependencies;
    }

    /**
     * Where a field or method is declared.
     *
     * @param owner the internal name of the declaring class
     */
    record Declaration(String owner, ClassOutline.Member member) {}

    /** Whether a class was loaded before the agent. */
    boolean isLoadedBefore(String name) {
        boolean before = known.isLoadedBefore(name);
        if (before) {
            dependencies.addThisJvm();
        }
        return before;
    }

    /** The outline of one of the program's classes; null for a class of the JDK, and for one without a class file. */
    @Nullable
    ClassOutline find(String name) {
        if (Names.isJdk(name)) {
            return null;
        }
        KnownClass found = known.find(loader, name);
        dependencies.add(name, found.fingerprint);
        return found.outline();
    }

    /** Whether the static state of one of the program's classes begins anew in every execution. */
    boolean isRenewed(String name) {
        if (Names.isJdk(name) || filter.decide(loader, name, null) != ClassFilter.Verdict.APPLICATION) {
            return false;
        }
        KnownClass found = known.find(loader, name);
        dependencies.add(name, found.fingerprint);
        return found.staticState() == StaticState.RENEWED && !isLoadedBefore(name);
    }

    /** Whether a class or one of its ancestors is {@code java.io.Serializable}. */
    boolean isSerializable(String name) {
        if (Names.isJdk(name)) {
            return JdkOutlines.isSerializable(name);
        }
        ClassOutline outline = find(name);
        if (outline == null) {
            return false;
        }
        for (String parent : outline.interfaces()) {
            if (isSerializable(parent)) {
                return true;
            }
        }
        String parent = outline.superName();
        return parent != null && isSerializable(parent);
    }

    /** Finds the declaration of a field as the JVM does; null if the JDK or an unknown class declares it. */
    @Nullable
    Declaration field(String owner, String name) {
        ClassOutline outline = find(owner);
        if (outline == null) {
            return null;
        }
        ClassOutline.Member field = outline.field(name);
        if (field != null) {
            return new Declaration(owner, field);
        }
        for (String parent : outline.interfaces()) {
            Declaration inherited = field(parent, name);
            if (inherited != null) {
                return inherited;
            }
        }
        String parent = outline.superName();
        return parent == null ? null : field(parent, name);
    }

    /** Finds the declaration of a method with a body, or a native one, in a class of the program; null if there is none. */
    @Nullable
    Declaration method(String owner, String name, String descriptor) {
        ClassOutline outline = find(owner);
        if (outline == null) {
            return null;
        }
        ClassOutline.Member method = outline.method(name, descriptor);
        if (method != null && !method.is(Opcodes.ACC_ABSTRACT)) {
            return new Declaration(owner, method);
        }
        String superName = outline.superName();
        Declaration inherited = superName == null ? null : method(superName, name, descriptor);
        if (inherited != null) {
            return inherited;
        }
        for (String parent : outline.interfaces()) {
            inherited = method(parent, name, descriptor);
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
    String concurrentAncestor(String name) {
        if (name.equals(Names.THREAD) || name.startsWith(Names.CONCURRENT)) {
            return name;
        }
        ClassOutline outline = find(name);
        if (outline == null) {
            return null;
        }
        String superName = outline.superName();
        String ancestor = superName == null ? null : concurrentAncestor(superName);
        for (int i = 0; ancestor == null && i < outline.interfaces().size(); i++) {
            ancestor = concurrentAncestor(outline.interfaces().get(i));
        }
        return ancestor;
    }
}
