package org.quorate.model;

/**
 * A message. Equal messages are the same message: what was sent stays available, so it may be
 * received by any number of steps, at any later time, and sending it again changes nothing.
 *
 * @param sender the name of its sender's lifeline
 * @param text its kind and contents, such as {@code 1b(2, 0:v1)}
 */
public record Message(String sender, String text) {}
