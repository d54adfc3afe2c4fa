/**
 * The JUnit extension: {@link dev.jcoyote.junit.SystematicTest} runs a test method under many interleavings.
 *
 * <p>It works with Jupiter 5.9 and later, on its class path alone: {@link dev.jcoyote.junit.discovery.AgentSessionListener}
 * instruments the JVM of the tests.
 */
@NullMarked
package dev.jcoyote.junit;

import org.jspecify.annotations.NullMarked;
