/** The command line: it parses, calls the library and prints. Only here does anything print or end the JVM. */
@NullMarked
package dev.jcoyote.cli;

import org.jspecify.annotations.NullMarked;
