package dev.jcoyote.control;

import dev.jcoyote.strategy.Strategy;
import java.time.Duration;

/**
 * One execution to run.
 *
 * @param body what it runs
 * @param strategy who chooses
 * @param number its number, from 1
 * @param seed its own seed
 * @param maxSteps how many scheduling points it may have
 * @param watchdog how long it may go without progress; zero for ever
 */
public record Execution(Body body, Strategy strategy, int number, long seed, int maxSteps, Duration watchdog) {}
