/** Tests of what the builds of the sample projects left behind, and of the pages that quote them. */
package dev.jcoyote.samples;
