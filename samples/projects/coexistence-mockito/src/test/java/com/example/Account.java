package com.example;

/** A final class, which only Mockito's agent can mock: it retransforms the class after jcoyote has rewritten it. */
final class Account {
    private int balance;

    synchronized int balance() {
        return balance;
    }

    synchronized void set(int newBalance) {
        balance = newBalance;
    }

    /** Wrong: another thread may come between. */
    void deposit(int amount) {
        set(balance() + amount);
    }

    synchronized void depositSafely(int amount) {
        set(balance() + amount);
    }

    static int limit() {
        return 10;
    }
}
