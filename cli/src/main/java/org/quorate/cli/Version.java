package org.quorate.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its jar. */
final class Version implements IVersionProvider {

  /** The version, or {@code development} outside a jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "quorate " + number(), "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }
}
