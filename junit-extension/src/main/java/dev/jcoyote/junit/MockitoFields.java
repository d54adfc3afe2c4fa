package dev.jcoyote.junit;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import org.junit.platform.commons.support.AnnotationSupport;
import org.mockito.InjectMocks;
import org.mockito.Mock;
import org.mockito.MockitoAnnotations;
import org.mockito.Spy;

/** Fields with Mockito's annotations: each fresh instance gets mocks of its own, which no other execution has called. */
final class MockitoFields {
    private static final List<Class<? extends Annotation>> FILLED_BY_MOCKITO =
            List.of(Mock.class, Spy.class, InjectMocks.class);

    private MockitoFields() {}

    /** Whether an extension has filled such fields of that instance: if none has, the test does so itself. */
    static boolean areFilled(Object original) {
        return FILLED_BY_MOCKITO.stream()
                .flatMap(annotation -> AnnotationSupport.findAnnotatedFieldValues(original, annotation).stream())
                .anyMatch(Objects::nonNull);
    }

    /** Fills the fields of a fresh instance; closing the result lets its mocks go. */
    static AutoCloseable fill(Object fresh) {
        return MockitoAnnotations.openMocks(fresh);
    }
}
