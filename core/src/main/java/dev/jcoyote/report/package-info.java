/** The reports that people read. */
@NullMarked
package dev.jcoyote.report;

import org.jspecify.annotations.NullMarked;
