/** How threads are suspended and resumed: one package an engine, and what they share. */
@NullMarked
package dev.jcoyote.engine;

import org.jspecify.annotations.NullMarked;
