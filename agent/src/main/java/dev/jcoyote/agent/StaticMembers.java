package dev.jcoyote.agent;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a class's static fields, static initialiser and the methods at which it would run. */
final class StaticMembers {
    private static final String INITIALIZER = "<clinit>";

    private final ClassContext context;
    private final StaticState state;
    private final boolean points;
    private final boolean canRenew;
    private final StaticRenewal renewal;
    private final @Nullable String upToDate;
    private final boolean isEnum;

    /**
     * Reads the class.
     *
     * @param untouched the methods that stay as they are, by name and descriptor
     * @param points whether the class has scheduling points; if not, its static state is left alone
     */
    StaticMembers(ClassContext context, Set<String> untouched, boolean points) {
        this.context = context;
        state = StaticState.of(context.reader, context.outline);
        this.points = points;
        canRenew = points && !untouched.contains(INITIALIZER + "()V");
        renewal = new StaticRenewal(context);
        isEnum = EnumConstants.isEnum(context.outline);
        upToDate = isRenewed() ? context.name() : context.isInterface() || !points ? null : context.renewedAncestor();
    }

    /** Whether the class gets members: others call them if they take it for one whose state begins anew. */
    boolean addMembers() {
        return state == StaticState.RENEWED;
    }

    /** Whether the class's static state begins anew in every execution. */
    boolean isRenewed() {
        return state == StaticState.RENEWED && canRenew;
    }

    /** Notes a field; returns the flags that it gets. */
    int field(int access, String name, @Nullable Object constant) {
        if (!isRenewed()) {
            return access;
        }
        if (Names.isStatic(access)) {
            return renewal.field(access, name, constant);
        }
        return isEnum ? access & ~Opcodes.ACC_FINAL : access;
    }

    /** Starts the method that a method of the class becomes. */
    MethodVisitor method(
            ClassVisitor type,
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if (name.equals(INITIALIZER)) {
            return initializer(type, access);
        }
        MethodVisitor code = type.visitMethod(access, name, descriptor, signature, exceptions);
        if (upToDate == null || !Names.hasCode(access) || !needsClass(access, name)) {
            return code;
        }
        context.change();
        return new RenewalEntry(code, upToDate, context.isInterface());
    }

    private MethodVisitor initializer(ClassVisitor type, int access) {
        if (isRenewed()) {
            MethodVisitor code = renewal.initializer(type);
            return isEnum ? new EnumConstants.Initializer(code, context.outline) : code;
        }
        MethodVisitor code = type.visitMethod(access, INITIALIZER, "()V", null, null);
        return isKept() ? new Kept(code) : code;
    }

    /** Whether the JVM initialises the class before the method begins, or would have to do it in an execution. */
    private boolean needsClass(int access, String name) {
        if (Names.isStatic(access)) {
            // Who runs a lambda has run the code around it.
            return !name.startsWith("lambda$") && !name.equals("$values") && !name.startsWith("$jacoco");
        }
        boolean constructor = name.equals("<init>");
        // The constants of an enum are there before their class is up to date: the JDK has them in tables.
        return isRenewed() && constructor != isEnum;
    }

    /** Writes the members that the class gets. */
    void writeTo(ClassVisitor type) {
        if (isRenewed()) {
            renewal.writeTo(type);
        } else if (state == StaticState.RENEWED) {
            // Others call it.
            context.change();
            StaticRenewal.writeNothingToEnsure(type);
            if (context.isInterface()) {
                InterfaceConstants.writeReadersOfFields(type, context.name(), changeable());
            }
        } else if (isKept()) {
            StaticRenewal.writeStatics(type, context.outline, changeable(), false);
        }
        boolean constant = EnumConstants.isConstant(context.outline);
        if ((isEnum && isRenewed()) || (constant && upToDate != null)) {
            context.change();
            EnumConstants.writeTo(type, context.outline);
        }
    }

    private List<ClassOutline.Member> changeable() {
        return context.outline.fields().stream()
                .filter(field -> field.is(Opcodes.ACC_STATIC) && !field.is(Opcodes.ACC_SYNTHETIC) && !field.constant())
                .toList();
    }

    /** Whether the class's state is kept although it may change, and the class can tell. */
    private boolean isKept() {
        return points
                && state == StaticState.KEPT
                && context.outline.majorVersion() >= (context.isInterface() ? Opcodes.V1_8 : Opcodes.V1_5)
                && context.outline.method(INITIALIZER, "()V") != null;
    }

    /** The static initialiser of a class whose state is kept: what executions change of it is named. */
    private final class Kept extends MethodVisitor {
        Kept(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            mv.visitLdcInsn(Type.getObjectType(context.name()));
            context.change();
            context.hooks.emit(mv, Hook.KEEPS);
        }
    }
}
