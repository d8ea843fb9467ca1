package casus.cli;

/// A word on a person's terminal while something takes longer than a second; nothing anywhere else.
final class Progress implements AutoCloseable {
  private static final int PATIENCE_MS = 1000;

  private final Terminal terminal;
  private final Thread thread;
  private boolean shown;

  private Progress(Terminal terminal, String what) {
    this.terminal = terminal;
    this.thread = Thread.ofPlatform().daemon().unstarted(() -> show(what));
  }

  static Progress of(Terminal terminal, String what) {
    var progress = new Progress(terminal, what);
    if (terminal.showsProgress()) progress.thread.start();
    return progress;
  }

  private void show(String what) {
    try {
      Thread.sleep(PATIENCE_MS);
    } catch (InterruptedException done) {
      return;
    }
    synchronized (this) {
      if (thread.isInterrupted()) return;
      shown = true;
      terminal.err().print("casus: " + what + "… (Ctrl-C stops it)");
      terminal.err().flush();
    }
  }

  @Override
  public synchronized void close() {
    thread.interrupt();
    if (!shown) return;
    terminal.err().print("\r\u001b[K");
    terminal.err().flush();
  }
}
