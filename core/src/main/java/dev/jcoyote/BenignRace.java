package dev.jcoyote;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a field, or of all code in a method or class, that a data race there does no harm: it is counted, not reported.
 * What it breaks is still found.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface BenignRace {
    /** Why it does no harm: what a thread sees that reads too early, and why that is right. */
    String reason();
}
