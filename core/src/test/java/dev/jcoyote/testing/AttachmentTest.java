package dev.jcoyote.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcoyote.install.InstallationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    @Test
    void whatWentWrongIsToldToEveryTestAndTriedOnce() {
        AtomicInteger tries = new AtomicInteger();
        Attachment attachment = new Attachment(() -> {
            tries.incrementAndGet();
            throw new InstallationException("This JVM will not have it.");
        });

        assertThatCode(attachment::attach).doesNotThrowAnyException();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(attachment::require)
                    .isInstanceOf(InstallationException.class)
                    .hasMessage("This JVM will not have it.");
        }
        assertThat(tries).hasValue(1);
    }
}
