/** How the library asks for the instrumentation of the JVM that it runs in; it sees nothing else of the library. */
@NullMarked
package dev.jcoyote.install;

import org.jspecify.annotations.NullMarked;
