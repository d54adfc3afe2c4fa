/** The textbooks' concurrency problems, each with a classic mistake and without it. */
package dev.jcoyote.benchmarks.corpus.textbook;
