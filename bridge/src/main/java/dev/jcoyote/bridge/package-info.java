/**
 * What instrumented code calls, and what the scheduler implements behind it.
 *
 * <p>The classes of this package are defined in the boot loader, so that hooks in JDK classes can call them. They see
 * {@code java.base} alone, and do nothing until a controlled execution begins.
 */
@NullMarked
package dev.jcoyote.bridge;

import org.jspecify.annotations.NullMarked;
