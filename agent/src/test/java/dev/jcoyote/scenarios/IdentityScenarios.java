package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Identity hash codes: the same in every run. Each one that is even is a scheduling point, so that the schedule depends
 * on them.
 */
final class IdentityScenarios {
    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private static final class Node {
        private final int number;

        Node(int number) {
            this.number = number;
        }
    }

    private record Pair(Object left, Object right) {}

    private static void follow(int hash) {
        for (int bit = 0; bit < 4; bit++) {
            if ((hash >>> bit & 1) == 0) {
                Thread.yield();
            }
        }
    }

    private static void followOrder(Collection<Node> nodes) {
        int order = 0;
        for (Node node : nodes) {
            order = order * 31 + node.number;
        }
        follow(order);
    }

    private static List<Node> nodes() {
        return IntStream.range(0, 12).mapToObj(Node::new).toList();
    }

    private static void twice(Runnable action) throws InterruptedException {
        Concurrently.run(action::run, action::run);
    }

    @Passes
    void aSetOfObjectsIteratesInTheSameOrder() throws InterruptedException {
        twice(() -> followOrder(new HashSet<>(nodes())));
    }

    @Passes
    void anIdentityMapIteratesInTheSameOrder() throws InterruptedException {
        twice(() -> {
            Map<Node, Integer> map = new IdentityHashMap<>();
            nodes().forEach(node -> map.put(node, 1));
            followOrder(map.keySet());
        });
    }

    @Passes
    void otherMapsIterateInTheSameOrder() throws InterruptedException {
        twice(() -> {
            Map<Node, Integer> concurrent = new ConcurrentHashMap<>();
            nodes().forEach(node -> concurrent.put(node, 1));
            followOrder(concurrent.keySet());
            List<Node> kept = nodes();
            Map<Node, Integer> weak = new WeakHashMap<>();
            kept.forEach(node -> weak.put(node, 1));
            followOrder(weak.keySet());
            followOrder(Set.copyOf(nodes()));
            followOrder(nodes().stream()
                    .collect(Collectors.groupingBy(node -> node, Collectors.counting()))
                    .keySet());
        });
    }

    @Passes
    void theTextOfAnObjectIsTheSame() throws InterruptedException {
        twice(() -> {
            follow(new Node(1).toString().hashCode());
            follow(("text of " + new Node(2)).hashCode());
            follow(String.valueOf(new Object()).hashCode());
            follow(String.format("%s %h", new Node(3), new Node(4)).hashCode());
        });
    }

    @Passes
    void hashCodesThatAreAskedForDirectlyAreTheSame() throws InterruptedException {
        twice(() -> {
            follow(new Object().hashCode());
            follow(System.identityHashCode(new Node(1)));
            follow(Objects.hash(new Node(2), new Node(3)));
            follow(Objects.hashCode(new Node(4)));
            follow(Arrays.asList(new Node(5), new Node(6)).hashCode());
            follow(Arrays.hashCode(new Object[] {new Node(7)}));
            follow(Optional.of(new Node(8)).map(Object::hashCode).orElseThrow());
            follow(new Pair(new Node(9), new Node(10)).hashCode());
            follow(Map.entry(new Node(11), new Node(12)).hashCode());
            follow(List.of(new Node(13)).hashCode());
        });
    }

    @Passes
    void constantsHaveThoseOfTheirNames() throws InterruptedException {
        twice(() -> {
            Map<Object, Integer> map = new HashMap<>();
            for (Object key : List.of(Colour.RED, Colour.GREEN, Colour.BLUE)) {
                map.put(key, map.size());
            }
            int order = 0;
            for (int position : map.values()) {
                order = order * 31 + position;
            }
            follow(order);
            follow(Colour.RED.hashCode());
        });
    }

    @Passes
    void anObjectThatIsLockedHasTheSame() throws InterruptedException {
        twice(() -> {
            Node node = new Node(1);
            synchronized (node) {
                follow(node.hashCode());
            }
        });
    }

    @Passes
    void objectsDifferAndKeepTheirs() throws InterruptedException {
        List<Node> nodes = nodes();
        List<Integer> hashes = new ArrayList<>();
        nodes.forEach(node -> hashes.add(System.identityHashCode(node)));
        assertEquals(nodes.size(), new HashSet<>(hashes).size());
        Concurrently.run(() -> {
            for (int i = 0; i < hashes.size(); i++) {
                assertEquals(hashes.get(i), System.identityHashCode(nodes.get(i)));
                assertNotEquals(0, hashes.get(i));
            }
        });
    }
}
