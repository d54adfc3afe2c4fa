package com.example;

import dev.jcoyote.junit.SystematicTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A systematic test. */
@Retention(RetentionPolicy.RUNTIME)
@SystematicTest(iterations = 100)
@interface OneMore {}
