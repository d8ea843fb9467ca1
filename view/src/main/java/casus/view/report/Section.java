package casus.view.report;

import java.util.List;

/// A part of the report with its heading.
///
/// @param id what links lead to
/// @param aside what stands small beside the heading, or empty
record Section(String id, String title, String aside, List<Part> parts) {}
