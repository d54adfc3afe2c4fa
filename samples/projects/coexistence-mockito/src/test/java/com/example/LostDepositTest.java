package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;

import dev.jcoyote.junit.SystematicTest;

/** A bug in a class that Mockito has retransformed. */
class LostDepositTest {
    @SystematicTest
    void bothDepositsCount() throws InterruptedException {
        mock(Account.class);
        Account account = new Account();
        Thread other = new Thread(() -> account.deposit(1));
        other.start();
        account.deposit(1);
        other.join();
        assertEquals(2, account.balance());
    }
}
