package dev.jcoyote.examples.e03account;

/** A bank account. Its monitor guards its balance. */
final class Account {
    private final int number;
    private long balance;

    /** Opens an account. */
    Account(int number, long balance) {
        this.number = number;
        this.balance = balance;
    }

    /** What is in the account. */
    synchronized long balance() {
        return balance;
    }

    /**
     * Transfers money to another account.
     *
     * <p>The bug: two transfers in opposite directions take the two monitors in opposite orders.
     */
    void transferTo(Account other, long amount) {
        synchronized (this) {
            synchronized (other) {
                balance -= amount;
                other.balance += amount;
            }
        }
    }

    /** Transfers money to another account; whatever the direction, takes the monitor of the lower number first. */
    void transferInOrderTo(Account other, long amount) {
        Account first = number < other.number ? this : other;
        Account second = first == this ? other : this;
        synchronized (first) {
            synchronized (second) {
                balance -= amount;
                other.balance += amount;
            }
        }
    }
}
