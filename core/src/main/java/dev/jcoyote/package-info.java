/**
 * Systematic testing of concurrent Java code: what users call.
 *
 * <p>{@link dev.jcoyote.SystematicTesting} runs a test body under many interleavings, as a
 * {@link dev.jcoyote.Configuration} says, and returns a {@link dev.jcoyote.Report}.
 */
@NullMarked
package dev.jcoyote;

import org.jspecify.annotations.NullMarked;
