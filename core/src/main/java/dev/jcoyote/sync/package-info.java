/** The models of what blocks: monitors and wait sets, park permits, the ends of threads, sleep and interrupts. */
@NullMarked
package dev.jcoyote.sync;

import org.jspecify.annotations.NullMarked;
