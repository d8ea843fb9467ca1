package casus.cli;

/// The program.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Casus.run(Terminal.ofProcess(), args));
  }
}
