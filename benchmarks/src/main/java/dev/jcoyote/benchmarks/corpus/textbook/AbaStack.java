package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Treiber's stack with nodes that are used again: a pop that was stopped takes a node which came back with another one
 * below it (Treiber, IBM RJ 5118, 1986). Fixed: a node comes back as a new one.
 */
final class AbaStack implements TestBody {
    private final boolean fixed;
    private final AtomicReference<@Nullable Node> top = new AtomicReference<>();

    AbaStack(boolean fixed) {
        this.fixed = fixed;
    }

    /** A node, which one thread at a time may own. */
    private static final class Node {
        final AtomicInteger owners;
        volatile @Nullable Node next;

        Node(AtomicInteger owners) {
            this.owners = owners;
        }
    }

    @Override
    public void run() throws InterruptedException {
        push(new Node(new AtomicInteger()));
        push(new Node(new AtomicInteger()));
        new Threads().start(this::takeOne).start(this::takeTwoAndReturnOne).join();
    }

    private void takeOne() {
        own(pop());
        own(pop());
    }

    private void takeTwoAndReturnOne() {
        Node first = own(pop());
        own(pop());
        if (first != null) {
            first.owners.decrementAndGet();
            push(fixed ? new Node(first.owners) : first);
        }
    }

    private static @Nullable Node own(@Nullable Node node) {
        Check.that(node == null || node.owners.incrementAndGet() == 1, "one owner of a node");
        return node;
    }

    private void push(Node node) {
        Node below;
        do {
            below = top.get();
            node.next = below;
        } while (!top.compareAndSet(below, node));
    }

    private @Nullable Node pop() {
        while (true) {
            Node node = top.get();
            if (node == null) {
                return null;
            }
            if (top.compareAndSet(node, node.next)) {
                return node;
            }
        }
    }
}
