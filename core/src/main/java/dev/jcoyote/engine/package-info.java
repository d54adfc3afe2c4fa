/** How threads are suspended and resumed: one package an engine, and the choice between them. */
@NullMarked
package dev.jcoyote.engine;

import org.jspecify.annotations.NullMarked;
