/** Exhaustive search: which executions are still to be seen, so that one of each equivalence class is. */
@NullMarked
package dev.jcoyote.search;

import org.jspecify.annotations.NullMarked;
