/** Systematic tests as users write them. */
package dev.jcoyote.examples.junit;
