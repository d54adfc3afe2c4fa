package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.jcoyote.junit.SystematicTest;
import org.junit.jupiter.api.Test;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;

/** Mocks of a class in ordinary and systematic tests, and the class itself after it was mocked. */
class MockedTest {
    private static void inTwoThreads(Runnable action) throws InterruptedException {
        Thread other = new Thread(action);
        other.start();
        action.run();
        other.join();
    }

    @Test
    void ordinaryTestsMockIt() {
        Account account = mock(Account.class);
        when(account.balance()).thenReturn(7);
        doThrow(new IllegalStateException("full")).when(account).set(anyInt());
        assertEquals(7, account.balance());
    }

    @SystematicTest(iterations = 50)
    void systematicTestsMockIt() throws InterruptedException {
        Account account = mock(Account.class);
        when(account.balance()).thenReturn(7);
        inTwoThreads(account::balance);
        verify(account, times(2)).balance();
    }

    @SystematicTest(iterations = 50)
    void staticMethodsAreMocked() {
        try (MockedStatic<Account> mocked = mockStatic(Account.class)) {
            mocked.when(Account::limit).thenReturn(99);
            assertEquals(99, Account.limit());
        }
        assertEquals(10, Account.limit());
    }

    @SystematicTest(iterations = 50)
    void constructionsAreMocked() {
        try (MockedConstruction<Account> mocked = mockConstruction(Account.class)) {
            assertEquals(0, new Account().balance());
            assertEquals(1, mocked.constructed().size());
        }
    }

    @SystematicTest
    void theClassItselfStaysUnderControl() throws InterruptedException {
        mock(Account.class);
        Account account = new Account();
        inTwoThreads(() -> account.depositSafely(1));
        assertEquals(2, account.balance());
    }
}
