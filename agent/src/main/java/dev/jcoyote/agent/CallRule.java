package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** Decides about the calls of one primitive. */
interface CallRule {
    /** What becomes of the call; null if it is none of this rule's. */
    @Nullable
    CallAction actionFor(Call call);
}
