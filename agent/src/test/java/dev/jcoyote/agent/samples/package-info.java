/** Classes that the tests rewrite: each returns a text that must be the same with and without hooks. */
@NullMarked
package dev.jcoyote.agent.samples;

import org.jspecify.annotations.NullMarked;
