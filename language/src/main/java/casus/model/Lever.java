package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What if somebody did this? Intervenes: claims keep what they said of the facts as they were,
/// everything downstream follows the facts as set.
///
/// @param by the actor who could do it, or null
public record Lever(
    String id, String text, @Nullable String by, List<Scenario.Setting> set, Origin origin) {}
