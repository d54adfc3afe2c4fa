package dev.jcoyote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BothObserversTest {
    @Test
    void tellsEverythingThatAnObserverHears() {
        assertThat(Arrays.stream(Observer.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == Observer.class)
                        .filter(method -> !declares(method))
                        .map(Method::getName))
                .isEmpty();
    }

    private static boolean declares(Method method) {
        return Arrays.stream(BothObservers.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
