/** Example 1: the smallest test that has two threads. */
@NullMarked
package dev.jcoyote.examples.e01hello;

import org.jspecify.annotations.NullMarked;
