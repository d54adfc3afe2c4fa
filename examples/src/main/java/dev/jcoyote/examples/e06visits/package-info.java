/** Example 6: visits that are counted without a lock. */
@NullMarked
package dev.jcoyote.examples.e06visits;

import org.jspecify.annotations.NullMarked;
