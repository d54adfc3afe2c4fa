/** Tests of the extension: they run the classes of {@code dev.jcoyote.examples.junit}. */
package dev.jcoyote.junit;
