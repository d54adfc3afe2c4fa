/** Example 3: transfers between bank accounts that wait for each other. */
@NullMarked
package dev.jcoyote.examples.e03account;

import org.jspecify.annotations.NullMarked;
