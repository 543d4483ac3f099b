package org.quorate.cli.replay;

import org.quorate.cli.options.ModelReader;
import org.quorate.cli.yaml.Yaml;

/** Reads a run: a scenario that a person wrote, or a record that this program wrote. */
public final class RunReader {

  private RunReader() {}

  /**
   * The run of a file.
   *
   * @param version of this program, which errors compare with that of a record
   * @throws org.quorate.cli.yaml.BadFileException if it is none
   */
  public static Scenario read(ModelReader models, Yaml.Mapping file, String version) {
    if (file.find(ItfReader.MARK).isPresent()) {
      return ItfReader.read(models, file, version);
    }
    return file.find(CounterexampleReader.MARK).isPresent()
        ? CounterexampleReader.read(models, file, version)
        : ScenarioReader.read(models, file);
  }
}
