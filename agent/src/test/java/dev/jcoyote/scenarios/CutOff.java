package dev.jcoyote.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A scenario that is not seen to its end: no bug, but no pass either. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CutOff {}
