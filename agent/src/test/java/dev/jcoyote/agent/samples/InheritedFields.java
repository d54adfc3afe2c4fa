package dev.jcoyote.agent.samples;

/** Volatile fields that a subclass uses by its own name. */
class InheritedFields {
    static volatile boolean flag;
    volatile int inherited;
}
