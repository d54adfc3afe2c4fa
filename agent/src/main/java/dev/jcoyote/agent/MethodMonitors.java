package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;

/** What is done about the monitors of one method, and the local variables that this takes. */
final class MethodMonitors {
    private final MonitorHooks hooks;
    private final MonitorUse use;
    private final OwnLocals locks;
    private final OwnLocals wrapper;

    /**
     * Creates one.
     *
     * @param wrap whether the method has lost its modifier
     */
    MethodMonitors(MonitorHooks hooks, MonitorUse use, ClassOutline.Member method, boolean wrap) {
        this.hooks = hooks;
        this.use = use;
        locks = new OwnLocals(method.maxLocals(), hooks.tellsLock() ? use.count() : 0);
        wrapper = new OwnLocals(locks.end(), wrap ? SynchronizedMethodWrapper.LOCALS : 0);
    }

    /** The first local variable that is not taken. */
    int firstFreeLocal() {
        return wrapper.end();
    }

    /** The visitors in front of that one. */
    MethodVisitor before(MethodVisitor next, MethodContext context) {
        MethodVisitor code = wrapper.count() == 0 ? next : new SynchronizedMethodWrapper(next, context, hooks, wrapper);
        return new MonitorRewriter(code, context, hooks, use, locks);
    }
}
