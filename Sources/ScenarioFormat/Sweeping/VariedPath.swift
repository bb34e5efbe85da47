/// One path of a sweep and the values that it takes.
///
/// Written `PATH=V1,V2,…`. Each item is a value as `--set` takes it, or a range (see `ValueRange`):
/// `5min..60min:12` or `1..1000:log4`.
public struct VariedPath: Sendable, Equatable {
  /// More values than this are refused.
  public static let mostValues = 100_000

  /// The path as it was written.
  public let path: String
  /// The values in their order, each as it could be written after `--set PATH=`.
  public let values: [String]
  /// The option that gave them: `--vary` or `--zip`.
  public let option: String
  /// The argument as messages name it.
  let label: String

  /// Reads an argument.
  ///
  /// Whether the path and the values make sense is found when the scenario is read with them.
  ///
  /// - Parameters:
  ///   - text: the argument.
  ///   - option: the option that it belongs to, for messages: `--vary` or `--zip`.
  /// - Throws: a diagnostic if it has no path, or an item that is neither a value nor a range.
  public init(_ text: String, option: String) throws(Diagnostic) {
    label = option + " " + visible(text)
    guard let (path, list) = Setting.parts(of: text) else {
      throw Diagnostic(
        argument: label, message: "must be PATH=VALUES, such as checkpoint.interval=5min,10min")
    }
    self.path = path
    self.option = option
    do {
      values = try Self.values(of: list, at: path)
    } catch {
      throw Diagnostic(argument: label, message: error.message)
    }
  }

  /// The values that the items of a list stand for.
  private static func values(
    of list: String, at path: String
  ) throws(ValueProblem) -> [String] {
    let isWhole = Kind.object(ScenarioDefinition.scenario)
      .isWholeNumber(at: path.split(separator: ".").map(String.init)[...])
    var values: [String] = []
    for item in try ValueList.items(of: list) {
      if item.isEmpty { throw ValueProblem("has an empty value; write \"\" for an empty text") }
      if let range = try ValueRange(item) {
        values += try range.values(areWhole: isWhole)
      } else {
        values.append(item)
      }
      if values.count > mostValues { throw ValueProblem("has more than \(mostValues) values") }
    }
    return values
  }

  /// The values as settings, which messages show as if each had been given alone.
  var settings: [Setting] {
    values.map { value in
      Setting(
        path: path, value: value, argument: option + " " + visible(path + "=" + value))
    }
  }
}

/// What is wrong with the values of a path.
struct ValueProblem: Error, Equatable {
  /// What is wrong and what would be right.
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
