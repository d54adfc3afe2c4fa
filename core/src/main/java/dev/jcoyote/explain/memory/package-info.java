/** Reads the memory of an execution without running code of the program. */
@NullMarked
package dev.jcoyote.explain.memory;

import org.jspecify.annotations.NullMarked;
