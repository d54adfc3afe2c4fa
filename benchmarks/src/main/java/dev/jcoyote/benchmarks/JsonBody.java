package dev.jcoyote.benchmarks;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Threads that write and read JSON with one shared Gson: a program that does little else than touch plain memory. */
@SuppressWarnings("UnusedVariable") // Gson reads them
final class JsonBody {
    private static final int THREADS = 3;
    private static final int ROUNDS = 4;

    private JsonBody() {}

    /** What is written: an object with a list of others. */
    private static final class Order {
        int number;
        String customer = "";
        List<Item> items = new ArrayList<>();
        Map<String, String> notes = Map.of();
    }

    private static final class Item {
        String name = "";
        double price;
        int pieces;
    }

    static void run(Launcher launcher) throws InterruptedException {
        Gson gson = new Gson();
        List<String> written = new ArrayList<>();
        Launcher.Started[] threads = new Launcher.Started[THREADS];
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            threads[thread] = launcher.start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    String text = gson.toJson(order(number * 100 + round));
                    Order read = gson.fromJson(text, Order.class);
                    synchronized (written) {
                        written.add(read.customer);
                    }
                }
            });
        }
        for (Launcher.Started thread : threads) {
            thread.join();
        }
        if (written.size() != THREADS * ROUNDS) {
            throw new AssertionError("The body computed a wrong result");
        }
    }

    private static Order order(int number) {
        Order order = new Order();
        order.number = number;
        order.customer = "customer " + number;
        order.notes = Map.of("delivery", "at the back door, after six");
        for (int i = 0; i < 10; i++) {
            Item item = new Item();
            item.name = "item " + i;
            item.price = i * 1.25;
            item.pieces = i + 1;
            order.items.add(item);
        }
        return order;
    }
}
