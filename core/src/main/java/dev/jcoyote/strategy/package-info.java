/**
 * The algorithms that choose who goes next, one a file, each with its source.
 *
 * <p>A strategy sees operations and numbers. It knows no thread, clock, file or log, so that a test can drive it by hand
 * and an execution can be repeated from its seed alone.
 */
@NullMarked
package dev.jcoyote.strategy;

import org.jspecify.annotations.NullMarked;
