/** Example 2: an asynchronous server whose close misses a connection. */
@NullMarked
package dev.jcoyote.examples.e02server;

import org.jspecify.annotations.NullMarked;
