package casus.treaty;

import casus.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the law can be read two ways on: a contested term or article.
///
/// @param id "cst.aggression", "union-state.2"
/// @param readings ids; the first is the headline's
/// @param weights the analyst's probability of each reading, or null where the choice is left open
public record Issue(String id, List<String> readings, @Nullable List<Quantity> weights) {}
