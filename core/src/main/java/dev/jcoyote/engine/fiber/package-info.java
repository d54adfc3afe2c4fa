/** The engine for JDK 24 and later: controlled threads are fibers, which run one after the other on one carrier. */
@NullMarked
package dev.jcoyote.engine.fiber;

import org.jspecify.annotations.NullMarked;
