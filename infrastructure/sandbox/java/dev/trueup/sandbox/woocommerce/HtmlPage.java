package dev.trueup.sandbox.woocommerce;

/// Pages that web servers and hosts send where JSON is expected.
final class HtmlPage {
  private HtmlPage() {}

  static String error(int status) {
    String title =
        switch (status) {
          case 403 -> "403 Forbidden";
          case 429 -> "429 Too Many Requests";
          case 500 -> "500 Internal Server Error";
          case 502 -> "502 Bad Gateway";
          case 503 -> "503 Service Temporarily Unavailable";
          case 504 -> "504 Gateway Time-out";
          default -> status + " Error";
        };
    return page(title);
  }

  static String maintenance() {
    return page("Briefly unavailable for scheduled maintenance. Check back in a minute.");
  }

  private static String page(String title) {
    return "<html>\r\n<head><title>"
        + title
        + "</title></head>\r\n<body>\r\n<center><h1>"
        + title
        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
  }
}
