package dev.trueup.local;

import java.io.IOException;

/// Something else listens on the port that the front was to have.
public final class PortInUseException extends IOException {
  private final int port;

  PortInUseException(int port, IOException cause) {
    super(
        "Port "
            + port
            + " is in use. Stop the program that has it, or choose another with TRUEUP_PORT.",
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
