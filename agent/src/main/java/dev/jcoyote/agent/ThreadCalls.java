package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * The methods of Thread, and {@code TimeUnit.sleep}.
 *
 * <p>{@code join(Duration)} is left to the hook inside it: its result would need a branch at the call site.
 */
final class ThreadCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (call.type().equals("java/util/concurrent/TimeUnit")) {
            return call.is("sleep", "(J)V")
                    ? CallAction.inPlace(Hook.SLEEP_UNIT, OperationKind.SLEEP, true, call.target())
                    : null;
        }
        if (!call.type().equals(Names.THREAD)) {
            return null;
        }
        return call.isStatic() ? ofCaller(call) : ofReceiver(call);
    }

    private static @Nullable CallAction ofCaller(Call call) {
        return switch (call.name() + call.descriptor()) {
            case "sleep(J)V" -> CallAction.inPlace(Hook.SLEEP, OperationKind.SLEEP, true, "Thread.sleep");
            case "sleep(JI)V" -> CallAction.inPlace(Hook.SLEEP_NANOS, OperationKind.SLEEP, true, "Thread.sleep");
            case "sleep(Ljava/time/Duration;)V" ->
                CallAction.inPlace(Hook.SLEEP_DURATION, OperationKind.SLEEP, true, "Thread.sleep");
            case "yield()V" -> CallAction.inPlace(Hook.YIELD, OperationKind.YIELD, true, "Thread.yield");
            case "onSpinWait()V" ->
                CallAction.inPlace(Hook.ON_SPIN_WAIT, OperationKind.SPIN, true, "Thread.onSpinWait");
            case "interrupted()Z" -> CallAction.staticPoint(OperationKind.THREAD_STATE, true, "Thread.interrupted");
            default -> null;
        };
    }

    private static @Nullable CallAction ofReceiver(Call call) {
        return switch (call.name() + call.descriptor()) {
            case "start()V" -> CallAction.point(0, OperationKind.START, true, call.target());
            case "join()V" -> CallAction.inPlace(Hook.JOIN, OperationKind.JOIN, true, call.target());
            case "join(J)V" -> CallAction.inPlace(Hook.JOIN_MILLIS, OperationKind.JOIN, true, call.target());
            case "join(JI)V" -> CallAction.inPlace(Hook.JOIN_NANOS, OperationKind.JOIN, true, call.target());
            case "interrupt()V" -> CallAction.point(0, OperationKind.INTERRUPT, true, call.target());
            case "isAlive()Z", "isInterrupted()Z", "getState()Ljava/lang/Thread$State;" ->
                CallAction.point(0, OperationKind.THREAD_STATE, false, call.target());
            default -> null;
        };
    }
}
