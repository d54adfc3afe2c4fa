/** Finds the cause of a failure: the accesses of which another order lets the test pass. */
@NullMarked
package dev.jcoyote.explain.cause;

import org.jspecify.annotations.NullMarked;
