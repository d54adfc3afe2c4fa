/**
 * Programs that use libraries as programs do, and the tests that run them under control.
 *
 * <p>The programs are plain Java that knows nothing of the tool but the type of a test's body.
 */
@NullMarked
package dev.jcoyote.libraries;

import org.jspecify.annotations.NullMarked;
