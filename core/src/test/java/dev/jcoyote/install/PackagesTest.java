package dev.jcoyote.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {
    @Test
    void equalListsHaveOneForm() {
        assertThat(new Packages(" com.acme.log.*, com.acme.Metrics,,com.acme.log ,com.acme.db.**", ""))
                .isEqualTo(new Packages("com.acme.Metrics,com.acme.db,com.acme.log", " , "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com/acme", "com.acme.", "*", "com.*.log", "com acme", "1st"})
    void whatNamesNoPackageIsRefusedWithAnExample(String list) {
        assertThatThrownBy(() -> Packages.USUAL.excluding(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(list)
                .hasMessageContaining("com.acme.log,com.acme.Metrics");
    }
}
