package casus.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where the page that shows a chart explains what the chart speaks of.
@FunctionalInterface
public interface Links {
  /// @return the address for an `href`, or null where the page has no such place
  @Nullable String to(Anchor anchor);

  /// To places of the same page.
  ///
  /// @param known whether the page has the place
  static Links within(Predicate<Anchor> known) {
    return anchor -> known.test(anchor) ? "#" + anchor.name() : null;
  }

  /// Each claim as a link, where it has a place.
  default List<Run> claims(List<String> ids) {
    var runs = new ArrayList<Run>();
    for (var id : ids) {
      if (!runs.isEmpty()) runs.add(Run.plain(" "));
      runs.add(Run.link(id, to(new Anchor.OfClaim(id))));
    }
    return runs;
  }
}
