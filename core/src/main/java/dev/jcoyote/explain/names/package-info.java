/** Says what objects are called in the source: the variables that hold them. */
@NullMarked
package dev.jcoyote.explain.names;

import org.jspecify.annotations.NullMarked;
