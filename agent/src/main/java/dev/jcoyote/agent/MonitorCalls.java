package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code Object.wait}, {@code notify} and {@code notifyAll}, on receivers of any class, since the methods are final; and
 * {@code Thread.holdsLock}.
 */
final class MonitorCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (call.isStatic()) {
            return call.type().equals(Names.THREAD) && call.is("holdsLock", "(Ljava/lang/Object;)Z")
                    ? CallAction.inPlace(Hook.HOLDS_LOCK)
                    : null;
        }
        String descriptor = call.descriptor();
        return switch (call.name()) {
            case "wait" -> await(descriptor);
            case "notify" -> descriptor.equals("()V") ? replace(Hook.SIGNAL, OperationKind.NOTIFY) : null;
            case "notifyAll" -> descriptor.equals("()V") ? replace(Hook.SIGNAL_ALL, OperationKind.NOTIFY_ALL) : null;
            default -> null;
        };
    }

    /** Whether a method named {@code wait} is one of Object's. */
    static boolean isWait(String descriptor) {
        return await(descriptor) != null;
    }

    private static @Nullable CallAction await(String descriptor) {
        return switch (descriptor) {
            case "()V" -> replace(Hook.AWAIT, OperationKind.WAIT);
            case "(J)V" -> replace(Hook.AWAIT_MILLIS, OperationKind.WAIT);
            case "(JI)V" -> replace(Hook.AWAIT_NANOS, OperationKind.WAIT);
            default -> null;
        };
    }

    private static CallAction replace(Hook hook, OperationKind kind) {
        return CallAction.inPlace(hook, kind, true, "");
    }
}
