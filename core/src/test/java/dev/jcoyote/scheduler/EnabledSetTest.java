package dev.jcoyote.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import org.junit.jupiter.api.Test;

class EnabledSetTest {
    private static final ControlledThread MAIN = new ControlledThread(0, new Thread(), null, 0);

    private final EnabledSet set = new EnabledSet();

    @Test
    void theHashDependsOnTheMembersAndNotOnTheirOrder() {
        ControlledThread a = thread(1);
        ControlledThread b = thread(2);
        set.add(a);
        set.add(b);
        int hash = set.hash();
        set.remove(a);
        assertThat(set.hash()).isNotEqualTo(hash);
        set.remove(b);
        set.add(b);
        set.add(a);

        assertThat(set.hash()).isEqualTo(hash);
    }

    @Test
    void theHashDependsOnThePendingOperations() {
        ControlledThread a = thread(1);
        set.add(a);
        int begins = set.hash();
        set.remove(a);
        a.operation.become(OperationKind.YIELD, 0, 0, false, Sites.UNKNOWN);
        set.add(a);

        assertThat(set.hash()).isNotEqualTo(begins);
    }

    @Test
    void anEmptiedSetHasTheHashOfAnEmptyOne() {
        int empty = set.hash();
        for (int i = 0; i < 40; i++) {
            set.add(thread(i));
        }
        while (set.size() > 0) {
            set.remove(set.get(set.size() / 2));
        }
        assertThat(set.hash()).isEqualTo(empty);
    }

    @Test
    void aRemovedThreadIsNoMember() {
        ControlledThread a = thread(1);
        set.add(a);
        assertThat(set.contains(a)).isTrue();
        set.remove(a);
        assertThat(set.contains(a)).isFalse();
        assertThat(set.size()).isZero();
    }

    private static ControlledThread thread(int id) {
        return new ControlledThread(id, new Thread(), MAIN, id);
    }
}
