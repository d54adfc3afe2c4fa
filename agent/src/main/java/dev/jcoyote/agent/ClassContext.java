package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What the visitors of one class share while it is rewritten. */
final class ClassContext {
    final ClassReader reader;
    final ClassOutline outline;
    final HookTable hooks;
    final CallRules calls;
    private final ClassSites sites;
    private final @Nullable ClassHierarchy hierarchy;
    private String sourceFile;
    private boolean changed;

    /**
     * Creates one.
     *
     * @param reader the class file as it was
     * @param hierarchy the declarations of the program's classes; null for the JDK's
     */
    ClassContext(
            ClassReader reader,
            ClassOutline outline,
            HookTable hooks,
            CallRules calls,
            ClassSites sites,
            @Nullable ClassHierarchy hierarchy) {
        this.reader = reader;
        this.outline = outline;
        this.hooks = hooks;
        this.calls = calls;
        this.sites = sites;
        this.hierarchy = hierarchy;
        sourceFile = Names.simple(outline.name()) + ".java";
    }

    String name() {
        return outline.name();
    }

    /** Whether the class is one of the program's, and none of the JDK's. */
    boolean isOfProgram() {
        return hierarchy != null;
    }

    boolean isInterface() {
        return (outline.access() & Opcodes.ACC_INTERFACE) != 0;
    }

    void sourceFile(@Nullable String file) {
        if (file != null) {
            sourceFile = file;
        }
    }

    /** Notes that the class's code is no longer what it was. */
    void change() {
        changed = true;
    }

    boolean isChanged() {
        return changed;
    }

    /** Adds a code position of this class, for an operation that is about to get a hook; returns the hook's constant. */
    int site(String method, int line, OperationKind kind, boolean write, String target, boolean slot) {
        changed = true;
        return sites.add(Names.dotted(outline.name()), sourceFile, method, line, kind, write, target, slot);
    }

    /** Describes a call in this class for the rules. */
    Call call(int opcode, String owner, String method, String descriptor) {
        ClassHierarchy declarations = hierarchy;
        if (declarations == null || Names.isJdk(owner) || method.equals("<init>")) {
            return Call.of(opcode, owner, method, descriptor);
        }
        ClassHierarchy.Declaration declared = declarations.method(owner, method, descriptor);
        if (declared != null) {
            // The method's own code is instrumented; only native code is not.
            return new Call(
                    opcode,
                    owner,
                    method,
                    descriptor,
                    "",
                    declared.member().is(Opcodes.ACC_NATIVE),
                    declarations.isLoadedBefore(declared.owner()) ? KeptMethod.of(declared) : null);
        }
        String ancestor = declarations.concurrentAncestor(owner);
        return new Call(opcode, owner, method, descriptor, ancestor == null ? "" : ancestor, false, null);
    }

    /** Whether a method of this class may be called as one of a supertype. */
    boolean overrides(String method, String descriptor) {
        ClassHierarchy declarations = hierarchy;
        return declarations != null && new Overriding(declarations).isDeclaredAbove(outline, method, descriptor);
    }

    /** Whether the static state of a class begins anew in every execution. */
    boolean isRenewed(String type) {
        ClassHierarchy declarations = hierarchy;
        return declarations != null && declarations.isRenewed(type);
    }

    /** Whether the class is serializable. */
    boolean isSerializable() {
        return hierarchy != null && hierarchy.isSerializable(name());
    }

    /** Whether one of the program's types is an interface. */
    boolean isInterface(String type) {
        ClassOutline other = hierarchy == null ? null : hierarchy.find(type);
        return other != null && (other.access() & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Whether the class may name another one: that one is public, or in the same package. */
    boolean isAccessible(String type) {
        if (Names.packageOf(type).equals(Names.packageOf(name()))) {
            return true;
        }
        ClassOutline other = hierarchy == null ? null : hierarchy.find(type);
        return other != null && (other.access() & Opcodes.ACC_PUBLIC) != 0;
    }

    /** The nearest superclass whose static state begins anew in every execution; null if there is none. */
    @Nullable
    String renewedAncestor() {
        String ancestor = outline.superName();
        while (ancestor != null && !Names.isJdk(ancestor)) {
            if (isRenewed(ancestor)) {
                return ancestor;
            }
            ClassHierarchy declarations = hierarchy;
            ClassOutline parent = declarations == null ? null : declarations.find(ancestor);
            ancestor = parent == null ? null : parent.superName();
        }
        return null;
    }

    /** The declaration of a field of the program; null if the JDK or an unknown class declares it. */
    ClassHierarchy.@Nullable Declaration field(String owner, String field) {
        ClassHierarchy declarations = hierarchy;
        return declarations == null ? null : declarations.field(owner, field);
    }
}
