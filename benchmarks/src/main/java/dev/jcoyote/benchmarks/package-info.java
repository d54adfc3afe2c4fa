/** What the tool costs, each figure beside the same code on the plain JVM in the same run. */
package dev.jcoyote.benchmarks;
