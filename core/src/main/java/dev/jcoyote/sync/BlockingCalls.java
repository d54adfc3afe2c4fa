package dev.jcoyote.sync;

import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.scheduler.Wait;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What threads wait for in the methods of the JDK that wait: known by the frames of a stack. */
final class BlockingCalls {
    /** By class and the beginning of a method's name: the first that fits counts. */
    private static final List<Map.Entry<String, Wait.Kind>> KINDS = List.of(
            Map.entry("LockSupport.park", Wait.Kind.UNPARK),
            Map.entry("Unsafe.park", Wait.Kind.UNPARK),
            Map.entry("ConditionObject.await", Wait.Kind.SIGNAL),
            Map.entry("CountDownLatch.await", Wait.Kind.COUNT),
            Map.entry("Semaphore.acquire", Wait.Kind.PERMIT),
            Map.entry("Semaphore.tryAcquire", Wait.Kind.PERMIT),
            Map.entry("CyclicBarrier.await", Wait.Kind.PARTIES),
            Map.entry("Phaser.a", Wait.Kind.PARTIES),
            Map.entry("Exchanger.exchange", Wait.Kind.PARTNER),
            Map.entry("SynchronousQueue.", Wait.Kind.PARTNER),
            Map.entry("Queue.take", Wait.Kind.ELEMENT),
            Map.entry("Deque.take", Wait.Kind.ELEMENT),
            Map.entry("Queue.poll", Wait.Kind.ELEMENT),
            Map.entry("Deque.poll", Wait.Kind.ELEMENT),
            Map.entry("CompletionService.", Wait.Kind.ELEMENT),
            Map.entry("Queue.put", Wait.Kind.ROOM),
            Map.entry("Deque.put", Wait.Kind.ROOM),
            Map.entry("Queue.transfer", Wait.Kind.PARTNER),
            Map.entry("CompletableFuture.", Wait.Kind.RESULT),
            Map.entry("FutureTask.", Wait.Kind.RESULT),
            Map.entry("ForkJoinTask.", Wait.Kind.RESULT),
            Map.entry("Lock.lock", Wait.Kind.LOCK),
            Map.entry("Lock.tryLock", Wait.Kind.LOCK),
            Map.entry("StampedLock.", Wait.Kind.LOCK));

    private BlockingCalls() {}

    /** The JDK's frame that the program's code has called; null if the stack's first frame is the program's, or none. */
    static @Nullable StackTraceElement called(List<StackTraceElement> stack) {
        int program = firstOfProgram(stack);
        return program < 1 ? null : stack.get(program - 1);
    }

    /** The position of the first frame that is not the JDK's; -1 if there is none. */
    static int firstOfProgram(List<StackTraceElement> stack) {
        for (int i = 0; i < stack.size(); i++) {
            if (!ProgramStack.isOfJdk(stack.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What a thread waits for in that method. */
    static Wait.Kind kindOf(StackTraceElement called) {
        String method = nameOf(called);
        for (Map.Entry<String, Wait.Kind> kind : KINDS) {
            int begin = method.indexOf(kind.getKey());
            boolean isWhole = begin == 0 || !kind.getKey().startsWith("LockSupport");
            if (begin >= 0 && isWhole) {
                return kind.getValue();
            }
        }
        return Wait.Kind.OTHER;
    }

    /** Class and method, as in {@code CountDownLatch.await}. */
    static String nameOf(StackTraceElement frame) {
        String type = frame.getClassName();
        int begin = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'));
        return type.substring(begin + 1) + "." + frame.getMethodName();
    }

    /** Whether the thread is one of a pool or a timer that is given its work by others, and has none. */
    static boolean isWithoutWork(List<StackTraceElement> stack) {
        StackTraceElement called = called(stack);
        if (called == null) {
            return !stack.isEmpty() && ProgramStack.isOfJdk(stack.get(0));
        }
        return called.getMethodName().equals("run")
                && (called.getClassName().contains("Pool")
                        || called.getClassName().contains("Timer"));
    }
}
