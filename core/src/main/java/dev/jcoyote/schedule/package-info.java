/** The recorded decisions of one execution, and the text file that keeps them. */
@NullMarked
package dev.jcoyote.schedule;

import org.jspecify.annotations.NullMarked;
