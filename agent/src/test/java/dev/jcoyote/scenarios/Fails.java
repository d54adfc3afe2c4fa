package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A scenario with a bug that must be found. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Fails {
    /** What kind of bug it is. */
    BugKind value();

    /** A part of the bug's message. */
    String saying() default "";
}
