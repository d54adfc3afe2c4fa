/** What the threads of an execution do: pending operations, the resources that they touch, and how both are named. */
@NullMarked
package dev.jcoyote.operation;

import org.jspecify.annotations.NullMarked;
