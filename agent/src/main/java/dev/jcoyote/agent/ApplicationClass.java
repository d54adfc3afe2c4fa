package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Rewrites one class of the program: gives each method its chain of visitors. */
final class ApplicationClass extends ClassVisitor {
    private static final String INITIALIZER = "<clinit>";

    private final ClassContext context;
    private final Mode mode;
    private final MonitorHooks hooks;
    private final MethodReferenceBridges bridges;
    private final @Nullable StaticMembers statics;
    private boolean changesShape;
    private int accessInSource;

    /**
     * How a class is rewritten.
     *
     * @param points whether it gets scheduling points, or is controlled only for what blocks
     * @param plainAccesses whether the accesses of plain fields and array elements, and creations, are heard
     * @param companion takes the methods that the class would get, if it is loaded already, so that only the bodies of
     *     methods can change
     * @param withoutPlain the methods whose plain accesses are not heard, by name and descriptor
     * @param untouched the methods that stay as they are, by name and descriptor
     */
    record Mode(
            boolean points,
            boolean plainAccesses,
            @Nullable Companion companion,
            Set<String> withoutPlain,
            Set<String> untouched) {
        boolean bodyOnly() {
            return companion != null;
        }
    }

    ApplicationClass(ClassVisitor next, ClassContext context, Mode mode) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.mode = mode;
        hooks = MonitorHooks.ofProgram(mode.points);
        bridges = new MethodReferenceBridges(mode.companion());
        statics = mode.bodyOnly() ? null : new StaticMembers(context, mode.untouched, mode.points);
        changesShape = statics != null && statics.addMembers();
        accessInSource = context.outline.access();
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {
        if (name.equals(context.name())) {
            accessInSource = access;
        }
        super.visitInnerClass(name, outer, inner, access);
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        context.sourceFile(source);
        super.visitSource(source, debug);
    }

    /** The name in the class file of a method that is written under that name. */
    static String originalName(String method) {
        return method.equals(ClassInitialization.INITIALIZER) ? INITIALIZER : method;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        int flags = statics == null ? access : statics.field(access, name, value);
        return super.visitField(flags, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (mode.untouched.contains(name + descriptor)) {
            return super.visitMethod(access, name, descriptor, signature, exceptions);
        }
        boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        boolean wrap = isSynchronized && !mode.bodyOnly() && Names.hasCode(access);
        changesShape |= wrap;
        int flags = wrap ? access & ~Opcodes.ACC_SYNCHRONIZED : access;
        MethodVisitor next = statics == null
                ? super.visitMethod(flags, name, descriptor, signature, exceptions)
                : statics.method(cv, flags, name, descriptor, signature, exceptions);
        ClassOutline.Member outline = context.outline.method(name, descriptor);
        if (!Names.hasCode(access) || outline == null) {
            return next;
        }
        MethodMonitors monitors = new MethodMonitors(hooks, MonitorUse.of(context.reader, outline), outline, wrap);
        MethodContext method =
                new MethodContext(context, access, name, descriptor, monitors.firstFreeLocal(), outline.firstLine());
        // The last visitor of the chain writes first at the start of a method.
        MethodVisitor code = method.isRun() ? new BodyEntry(next, method) : next;
        code = monitors.before(code, method);
        if (isSynchronized && !wrap) {
            code = new ObservedMethod(code, method);
            if (!Names.isStatic(access) && context.overrides(name, descriptor)) {
                code = new KeptMethod.Entry(code, method);
            }
        } else if (method.isStaticInitializer() && !(statics != null && statics.isRenewed())) {
            code = new AtomicSection(code, method);
        }
        return new LineTracker(accesses(code, method), method);
    }

    private MethodVisitor accesses(MethodVisitor next, MethodContext method) {
        MethodVisitor code = next;
        if (mode.points) {
            boolean heard = mode.plainAccesses && !mode.withoutPlain.contains(method.name + method.descriptor);
            PlainAccesses plain = heard ? PlainAccesses.HEARD : PlainAccesses.UNHEARD;
            if (heard) {
                code = new CreationRewriter(code, method);
            }
            ConstructorState constructor = new ConstructorState(code, method);
            code = new FieldRewriter(constructor, method, plain, constructor);
            if (heard && !method.isStaticInitializer()) {
                code = new ArrayRewriter(code, method, plain);
            }
        }
        if (mode.points) {
            code = new InitializationTriggers(code, method);
            code = new ReflectionCalls(code, method);
        }
        code = new CallRewriter(code, method);
        return new MethodReferenceRewriter(code, method, bridges);
    }

    @Override
    public void visitEnd() {
        if (changesShape) {
            SerialVersion.declare(cv, context, accessInSource);
        }
        bridges.writeTo(cv);
        if (statics != null) {
            statics.writeTo(cv);
        }
        super.visitEnd();
    }
}
