/// The points of a sweep: every combination of the values of its axes.
///
/// Each `--vary` is an axis of its own. All `--zip` together are one more, the last, along which
/// their paths change in step. The last axis varies fastest.
public struct SweepGrid: Sendable {
  /// More points than this are refused.
  public static let mostPoints = 100_000

  /// The paths in the order given: those of `--vary`, then those of `--zip`.
  public let paths: [String]
  /// For each point a setting for each path, in the order of `paths`.
  ///
  /// Without paths there is one point, at which nothing is set.
  public let points: [[Setting]]

  /// Reads the arguments of `--vary` and of `--zip`.
  ///
  /// - Throws: a diagnostic of the first argument that can't be read, has a path that another one
  ///   has, does not go with the others, or makes too many points.
  public init(vary: [String], zip: [String]) throws(Diagnostic) {
    var varied: [VariedPath] = []
    for text in vary { varied.append(try VariedPath(text, option: "--vary")) }
    var zipped: [VariedPath] = []
    for text in zip { zipped.append(try VariedPath(text, option: "--zip")) }
    try Self.checkPaths(varied + zipped)
    try Self.checkCounts(zipped)
    paths = (varied + zipped).map(\.path)
    var points: [[Setting]] = [[]]
    for axis in varied.map({ [$0] }) + (zipped.isEmpty ? [] : [zipped]) {
      let steps = Self.steps(along: axis)
      let count = points.count * steps.count
      guard count <= Self.mostPoints else {
        throw Diagnostic(
          argument: axis[0].label,
          message: "makes \(count) points with what is varied before it; "
            + "there can be \(Self.mostPoints)")
      }
      points = points.flatMap { point in steps.map { point + $0 } }
    }
    self.points = points
  }

  /// The settings of each point of an axis, on which every path has as many values.
  private static func steps(along axis: [VariedPath]) -> [[Setting]] {
    let settings = axis.map(\.settings)
    return settings[0].indices.map { index in settings.map { $0[index] } }
  }

  /// Checks that no path takes away what another one has set.
  private static func checkPaths(_ varied: [VariedPath]) throws(Diagnostic) {
    var earlier: [String: VariedPath] = [:]
    for each in varied {
      if let other = earlier[each.path] {
        throw Diagnostic(
          argument: each.label,
          message: other.path == each.path
            ? "\(other.option) \(visible(other.path)) is given already"
            : "undoes \(other.option) \(visible(other.path)), so it must come before it")
      }
      let steps = each.path.split(separator: ".")
      for length in 1...steps.count {
        earlier[steps.prefix(length).joined(separator: ".")] = each
      }
    }
  }

  private static func checkCounts(_ zipped: [VariedPath]) throws(Diagnostic) {
    guard let first = zipped.first else { return }
    for each in zipped where each.values.count != first.values.count {
      throw Diagnostic(
        argument: each.label,
        message: "has \(each.values.count) \(each.values.count == 1 ? "value" : "values"), but"
          + " --zip \(visible(first.path)) has "
          + "\(first.values.count); they change in step")
    }
  }
}
