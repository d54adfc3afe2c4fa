/**
 * The instrumentation: a Java agent whose transformers put the hooks of {@code dev.jcoyote.bridge} into the program's
 * classes as they load, and into the classes of the JDK that block.
 *
 * <p>Everything starts at {@link dev.jcoyote.agent.JcoyoteAgent}. {@link dev.jcoyote.agent.ApplicationTransformer} and
 * {@link dev.jcoyote.agent.JdkTransformer} choose classes; one visitor a file rewrites one primitive. The code runs on
 * the threads under test and at the start of the JVM: no lambdas, no string concatenation by invokedynamic.
 */
@NullMarked
package dev.jcoyote.agent;

import org.jspecify.annotations.NullMarked;
