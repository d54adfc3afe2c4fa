/**
 * Small concurrent programs with a known verdict, and the tests that hold the tool to it.
 *
 * <p>The scenarios are programs under test: plain Java that knows nothing of the tool.
 */
@NullMarked
package dev.jcoyote.scenarios;

import org.jspecify.annotations.NullMarked;
