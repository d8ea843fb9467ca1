package planted.view;

import java.net.URI;

/// Breaks a rule of the house on purpose.
record OpensSocket(URI address) {}
