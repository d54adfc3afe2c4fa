package dev.jcoyote.examples.e01hello;

/** The smallest test: shows that everything is in place, and what one execution costs. */
public final class HelloWorld {
    /** Runs the test without any tool. */
    public static void main(String[] args) throws InterruptedException {
        new HelloWorld().helloWorld();
    }

    /** Starts a thread and waits for its end. Passes. */
    public void helloWorld() throws InterruptedException {
        Thread thread = new Thread(() -> {}, "hello");
        thread.start();
        thread.join();
    }
}
