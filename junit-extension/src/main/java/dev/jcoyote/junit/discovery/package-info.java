/**
 * Finds the systematic tests of a run from their class files, without loading them: so that the agent attaches before
 * they are loaded, and only if there are some.
 */
@NullMarked
package dev.jcoyote.junit.discovery;

import org.jspecify.annotations.NullMarked;
