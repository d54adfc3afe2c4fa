package dev.jcoyote.explain.names;

/**
 * Where an object was made.
 *
 * @param object the object
 * @param maker the class whose code has made it
 * @param frame the position in that code
 * @param index of the instruction in its method
 */
record Creation(Object object, Class<?> maker, StackTraceElement frame, int index) {}
