/** Records the values that the steps of an execution read and write. */
@NullMarked
package dev.jcoyote.explain.values;

import org.jspecify.annotations.NullMarked;
