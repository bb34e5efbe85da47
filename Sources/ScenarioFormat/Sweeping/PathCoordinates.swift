/// The values of a varied path as numbers, for those who plot a sweep.
///
/// A value has a number if the path may lead to a duration and it is one, or to a number and it is
/// one. Words, sizes, objects and whatever else there is have none.
public struct PathCoordinates: Sendable, Equatable {
  /// What the numbers are in.
  public enum Unit: String, Sendable, CaseIterable {
    case seconds, number
  }

  /// The path as it was written.
  public let path: String
  /// What all of the numbers are in; nil if there are none, or both durations and plain numbers.
  public let unit: Unit?
  /// A number a value, in their order; nil where the value has none.
  public let numbers: [Double?]

  /// Reads the values of a path.
  ///
  /// - Parameters:
  ///   - path: steps of the scenario, divided by dots.
  ///   - values: texts as `--set` takes them.
  public init(path: String, values: [String]) {
    self.path = path
    let reader = Reader(path: path)
    let coordinates = values.map(reader.coordinate)
    let units = Set(coordinates.compactMap { $0?.unit })
    unit = units.count == 1 ? units.first : nil
    numbers = units.count == 1 ? coordinates.map { $0?.number } : coordinates.map { _ in nil }
  }

  /// Reads values by what the format has at their path.
  private struct Reader {
    let hasDurations: Bool
    let hasNumbers: Bool

    init(path: String) {
      let kinds = Kind.object(ScenarioDefinition.scenario)
        .kinds(at: path.split(separator: ".").map(String.init)[...])
      hasDurations = kinds.contains { if case .duration = $0 { true } else { false } }
      hasNumbers = kinds.contains {
        switch $0 {
        case .number, .count: true
        default: false
        }
      }
    }

    func coordinate(_ value: String) -> (unit: Unit, number: Double)? {
      // A text that is no JSON is a string, as it is for `--set`.
      switch (try? JSONReader.read(Array(value.utf8)))?.content ?? .string(value) {
      case .string(let text):
        guard hasDurations, let seconds = try? DurationText.seconds(text) else { return nil }
        return (.seconds, seconds)
      case .number(let text):
        guard hasNumbers, let number = Double(text), number.isFinite else { return nil }
        return (.number, number)
      default: return nil
      }
    }
  }
}
