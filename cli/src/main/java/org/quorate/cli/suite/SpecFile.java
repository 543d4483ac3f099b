package org.quorate.cli.suite;

import java.util.List;

/**
 * A file with checks.
 *
 * @param name as the user named it, or found by walking a folder that the user named
 * @param text its content, from which the checks were read
 * @param checks in the order of the file
 */
public record SpecFile(String name, String text, List<Check> checks) {}
