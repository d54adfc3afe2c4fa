package com.example;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** An ordinary test. */
@Retention(RetentionPolicy.RUNTIME)
@Test
@interface OneMore {}
