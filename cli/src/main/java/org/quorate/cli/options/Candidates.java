package org.quorate.cli.options;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;

/** Words that shells offer as values of options, written as the help texts do. */
public abstract class Candidates implements Iterable<String> {

  private final List<String> words;

  private Candidates(List<String> words) {
    this.words = words;
  }

  /** The names of constants in small letters. */
  protected Candidates(Enum<?>... constants) {
    this(Stream.of(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
  }

  @Override
  public final Iterator<String> iterator() {
    return words.iterator();
  }

  static final class Strategies extends Candidates {
    Strategies() {
      super(Strategy.values());
    }
  }

  static final class Stores extends Candidates {
    Stores() {
      super(StoreKind.values());
    }
  }

  static final class Reductions extends Candidates {
    Reductions() {
      super(SearchArguments.Reduction.values());
    }
  }

  static final class FaultModels extends Candidates {
    FaultModels() {
      super(FaultModel.values());
    }
  }

  /** Besides, the names of scalarsets, which depend on the model. */
  static final class Symmetries extends Candidates {
    Symmetries() {
      super(List.of("all", "none"));
    }
  }

  /** The names of the models. */
  public static final class Models extends Candidates {
    public Models() {
      super(Protocols.all().stream().map(Protocol::name).toList());
    }
  }
}
