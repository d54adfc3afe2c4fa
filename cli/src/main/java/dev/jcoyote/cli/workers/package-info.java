/**
 * Several JVMs that share an exploration: a coordinator, which hands out ranges of executions and adds up what they show,
 * and workers, which run them. The coordinator never loads the program.
 */
@NullMarked
package dev.jcoyote.cli.workers;

import org.jspecify.annotations.NullMarked;
