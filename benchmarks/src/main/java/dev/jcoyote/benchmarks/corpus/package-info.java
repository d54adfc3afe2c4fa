/** Public programs with known concurrency bugs, written anew from their descriptions: what strategies are compared on. */
package dev.jcoyote.benchmarks.corpus;
