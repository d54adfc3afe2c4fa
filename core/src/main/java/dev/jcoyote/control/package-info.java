/** What answers the hooks, and the life of one execution: prepared, run, watched, unwound. */
@NullMarked
package dev.jcoyote.control;

import org.jspecify.annotations.NullMarked;
