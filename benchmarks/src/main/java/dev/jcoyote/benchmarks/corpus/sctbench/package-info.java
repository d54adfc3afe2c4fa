/**
 * Programs of SCTBench (Thomson, Donaldson and Betts, <i>Concurrency Testing Using Schedule Bounding: an Empirical
 * Study</i>, PPoPP 2014), with the threads, the loops and the shared accesses of the originals.
 */
package dev.jcoyote.benchmarks.corpus.sctbench;
