/** The engine for all JDKs: each controlled thread is an operating system thread, resumed and suspended by unpark and park. */
@NullMarked
package dev.jcoyote.engine.platform;

import org.jspecify.annotations.NullMarked;
