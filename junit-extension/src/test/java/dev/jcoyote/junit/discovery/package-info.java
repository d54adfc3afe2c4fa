@org.jspecify.annotations.NullMarked
package dev.jcoyote.junit.discovery;
