/** Example 4: a bounded buffer that wakes the wrong thread. */
@NullMarked
package dev.jcoyote.examples.e04buffer;

import org.jspecify.annotations.NullMarked;
