/// The classes of series, `s0` to `s8`.
public enum SeriesClass {
  /// The class of a colour: grey for 0 and below, else one of eight, over and over.
  public static func of(_ colour: Int) -> String {
    colour < 1 ? "s0" : "s\((colour - 1) % 8 + 1)"
  }

  /// Whether a colour is used a second time, so that areas of it are hatched.
  static func isHatched(_ colour: Int) -> Bool { colour > 8 }
}
