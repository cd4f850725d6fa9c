package dev.trueup.store.woocommerce;

/// A place in a list that is read in the order of ids.
///
/// @param offset how many entries to leave out in the next request
/// @param after everything up to this id has been given
/// @param total how long the list was when last asked; 0 when it is not known
/// @param setbacks how often reading went back since it last gave something
record ListPosition(long offset, long after, long total, int setbacks) {
  static final ListPosition START = new ListPosition(0, 0, 0, 0);

  private static final int FIRST_SETBACK = 50;

  /// Further back each time, to find the place again after many deletions.
  ListPosition back(long newTotal) {
    long distance = (long) FIRST_SETBACK << setbacks;
    return new ListPosition(Math.max(0, offset - distance), after, newTotal, setbacks + 1);
  }

  /// @param last the highest id given
  ListPosition onward(long to, long last, long newTotal) {
    return new ListPosition(to, last, newTotal, last > after ? 0 : setbacks);
  }
}
