/** Finds the simplest execution that fails in the same way as one that was found: the fewest preemptions, the fewest switches. */
@NullMarked
package dev.jcoyote.explain.minimize;

import org.jspecify.annotations.NullMarked;
