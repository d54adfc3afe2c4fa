/**
 * The cache on disk: what became of class files in earlier JVMs. It knows nothing of how classes are rewritten, so that a
 * start that finds everything in it loads no class of the rewriting.
 */
@NullMarked
package dev.jcoyote.agent.cache;

import org.jspecify.annotations.NullMarked;
