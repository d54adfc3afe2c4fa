/** Example 5: a cache that loads a value twice. */
@NullMarked
package dev.jcoyote.examples.e05cache;

import org.jspecify.annotations.NullMarked;
