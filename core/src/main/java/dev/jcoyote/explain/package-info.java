/** Says in words what happened in an execution: who waited for whom, what was thrown, in which order. */
@NullMarked
package dev.jcoyote.explain;

import org.jspecify.annotations.NullMarked;
