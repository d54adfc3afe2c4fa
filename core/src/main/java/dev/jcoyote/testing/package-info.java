/**
 * What every test framework needs to run systematic tests in its own JVM: the agent's attachment, the parameters of the
 * run, the output of executions and the message of a failure. It sees the API, the schedules and the installer.
 */
@NullMarked
package dev.jcoyote.testing;

import org.jspecify.annotations.NullMarked;
