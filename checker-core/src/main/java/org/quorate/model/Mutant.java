package org.quorate.model;

import java.util.List;
import java.util.Map;

/**
 * A deviation from a protocol, and what a check must make of it. Mutants prove that the invariants
 * have teeth; controls look wrong and are safe, and a checker that flags one is wrong itself.
 *
 * @param name as in the catalogue
 * @param control whether it is safe
 * @param breaks what the deviation breaks; for a control, why it is safe
 * @param seen where it was seen in practice or in the literature
 * @param caught small settings at which an invariant must fail
 * @param missed settings at which every invariant must hold
 */
public record Mutant(
    String name,
    boolean control,
    String breaks,
    String seen,
    List<Map<String, String>> caught,
    List<Map<String, String>> missed) {}
