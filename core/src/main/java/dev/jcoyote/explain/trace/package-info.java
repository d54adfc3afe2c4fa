/** Tells an execution so that a person can follow it: a column a thread, what is read and written, and who interrupts whom. */
@NullMarked
package dev.jcoyote.explain.trace;

import org.jspecify.annotations.NullMarked;
