/** Programs without bugs whose number of inequivalent executions is published for each number of threads. */
package dev.jcoyote.benchmarks.corpus.parametric;
