package dev.jcoyote.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many scheduling points an execution of the scenario may have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Limit {
    /** The limit. */
    int steps();

    /** Whether reaching it is a bug. */
    boolean isBug() default false;
}
