/**
 * The mechanism that runs one controlled thread at a time: the enabled set, decisions, virtual time and the life of an
 * execution. It asks a strategy who goes next, and an engine to hand over.
 *
 * <p>All state of an execution belongs to the running thread, who holds the <i>baton</i>; the engine's hand-over orders
 * each thread's accesses after those of the one before.
 */
@NullMarked
package dev.jcoyote.scheduler;

import org.jspecify.annotations.NullMarked;
