package dev.jcoyote.agent;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Rewrites one class of the JDK: gives each method its chain of visitors. */
final class JdkClass extends ClassVisitor {
    private final ClassContext context;
    private final Set<JdkFeature> features;
    private final boolean stripSynchronized;
    private final MonitorHooks hooks;
    private boolean stripped;

    /**
     * Creates one.
     *
     * @param stripSynchronized whether methods may lose the modifier, which the JVM allows at the first load only
     */
    JdkClass(ClassVisitor next, ClassContext context, Set<JdkFeature> features, boolean stripSynchronized) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.features = features;
        this.stripSynchronized = stripSynchronized;
        hooks = features.contains(JdkFeature.BLOCKING)
                ? MonitorHooks.ofJdk(context.reader, features.contains(JdkFeature.NESTED))
                : MonitorHooks.none();
    }

    /** Whether a method has lost its modifier: every later transformation must take it away again. */
    boolean isStripped() {
        return stripped;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        context.sourceFile(source);
        super.visitSource(source, debug);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean blocking = features.contains(JdkFeature.BLOCKING);
        boolean observe = blocking && (access & Opcodes.ACC_SYNCHRONIZED) != 0 && Names.hasCode(access);
        boolean wrap = observe && stripSynchronized;
        stripped |= wrap;
        MethodVisitor next = super.visitMethod(
                wrap ? access & ~Opcodes.ACC_SYNCHRONIZED : access, name, descriptor, signature, exceptions);
        ClassOutline.Member outline = context.outline.method(name, descriptor);
        if (!Names.hasCode(access) || outline == null) {
            return next;
        }
        MonitorUse use = blocking ? MonitorUse.of(context.reader, outline) : MonitorUse.NONE;
        MethodMonitors monitors = new MethodMonitors(hooks, use, outline, wrap);
        MethodContext method =
                new MethodContext(context, access, name, descriptor, monitors.firstFreeLocal(), outline.firstLine());
        // The last visitor of the chain writes first at the start of a method.
        MethodVisitor room = new StackRoom(next);
        MethodVisitor code = room;
        if (features.contains(JdkFeature.BODY) && method.isRun()) {
            code = new BodyEntry(code, method);
        }
        if (blocking) {
            code = monitors.before(code, method);
            if (observe && !wrap) {
                code = new ObservedMethod(code, method);
            }
        }
        code = special(code, method);
        return code == room ? next : new LineTracker(code, method);
    }

    private MethodVisitor special(MethodVisitor next, MethodContext method) {
        MethodVisitor code = next;
        if (features.contains(JdkFeature.LOCK_SUPPORT)) {
            code = new LockSupportHooks(code, method);
        }
        if (features.contains(JdkFeature.THREAD)) {
            code = new SleepHooks(new ThreadHooks(code, method), method);
        }
        if (features.contains(JdkFeature.LINKING) && LinkingMethods.contains(context.name(), method.name)) {
            code = new AtomicSection(code, method);
        }
        if (features.contains(JdkFeature.OUTSIDE) && !method.isConstructor()) {
            code = new NativeWaits(code, method);
        }
        if (features.contains(JdkFeature.EXIT)) {
            code = new ExitHooks(code, method);
        }
        if (features.contains(JdkFeature.VIRTUAL_THREADS)) {
            code = new VirtualThreadHooks(code, method);
        }
        if (features.contains(JdkFeature.POOLS)) {
            code = new StaticPoolHooks(code, method);
            if (HelpLoop.isIn(method)) {
                code = new HelpLoop(code, method);
            } else if (TaskStart.isIn(method)) {
                code = new TaskStart(code, method);
            }
        }
        if (features.contains(JdkFeature.CARRIER)) {
            code = new CarrierHooks(code, method);
        }
        if (features.contains(JdkFeature.SEEDS)) {
            code = new StaticSeedHooks(code, method);
        }
        if (features.contains(JdkFeature.ORDER)) {
            code = new IterationOrder(code, method);
        }
        if (features.contains(JdkFeature.VALUES)) {
            code = new SecureRandomHooks(new ClockHooks(code, method), method);
        }
        if (features.contains(JdkFeature.ORDERED) && !method.isStaticInitializer()) {
            code = new OrderedAccesses(code, method);
        }
        if (features.contains(JdkFeature.VALUES)
                || features.contains(JdkFeature.BLOCKING)
                || features.contains(JdkFeature.HASHES)
                || features.contains(JdkFeature.NESTED)) {
            code = new CallRewriter(code, method);
        }
        return code;
    }
}
