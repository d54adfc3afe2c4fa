package dev.jcoyote.examples.e02server;

/**
 * A client's connection to the server.
 *
 * @param id the number that the listener gave it
 */
record Connection(int id) {}
