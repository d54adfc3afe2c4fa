/** What an execution means: who touched what, in which order, and which of that order had to be. */
@NullMarked
package dev.jcoyote.analysis;

import org.jspecify.annotations.NullMarked;
