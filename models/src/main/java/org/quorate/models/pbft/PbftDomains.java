package org.quorate.models.pbft;

import java.util.List;
import org.quorate.state.Domain;
import org.quorate.state.Scalarset;
import org.quorate.state.Subrange;
import org.quorate.state.Union;

/**
 * What the variables of PBFT range over.
 *
 * @param replicas those that are primaries in turn, then the interchangeable rest
 * @param views in ascending order; the primary of view v is replica v
 * @param laterViews the views that a view-change can lead to; view 0 stands in where there are none
 * @param slots sequence numbers
 * @param requests the null request where a gap can arise, then the values
 * @param firstValue the request that is the first value: 1 after a null request, otherwise 0
 */
record PbftDomains(
    Domain replicas,
    Subrange views,
    Subrange laterViews,
    Subrange slots,
    Domain requests,
    int firstValue) {

  /** The request that fills a gap, where there is one. */
  static final int NULL_REQUEST = 0;

  static PbftDomains of(PbftConfig config, Scalarset values) {
    // A gap is a slot without a certificate below one with a certificate.
    boolean gaps = config.slots() > 1 && config.views() > 1;
    Subrange nothing = Subrange.of("null", 1).labelled(List.of("null"));
    return new PbftDomains(
        replicas(config.replicas(), config.views()),
        Subrange.of("views", config.views()),
        new Subrange("later views", Math.min(1, config.views() - 1), config.views() - 1),
        Subrange.of("slots", config.slots()),
        gaps ? new Union(nothing, values) : values,
        gaps ? 1 : 0);
  }

  private static Domain replicas(int count, int primaries) {
    Subrange first =
        Subrange.of("primaries", primaries).labelled(Scalarset.labels("r", 0, primaries));
    int others = count - primaries;
    return others == 0
        ? first
        : new Union(
            first, new Scalarset("replicas", others, Scalarset.labels("r", primaries, others)));
  }
}
