package org.quorate.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Names;
import org.quorate.model.Protocol;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Arguments that several commands take. */
final class Arguments {

  private Arguments() {}

  /** The protocol of this name, or all if there is no name. */
  static List<Protocol> protocols(CommandSpec spec, List<Protocol> known, @Nullable String name) {
    if (name == null) {
      return known;
    }
    List<Protocol> found = known.stream().filter(p -> p.name().equals(name)).toList();
    if (found.isEmpty()) {
      List<String> names = known.stream().map(Protocol::name).toList();
      throw new ParameterException(spec.commandLine(), Names.unknown("model", name, names));
    }
    return found;
  }
}
