/// Turns the text of a scenario into a checked one.
public enum ScenarioReader {
  /// Reads a scenario, sets values in it, and checks the outcome.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - settings: values to set, in this order; they are checked as if they stood in the text.
  ///   - base: finds the scenarios that this one extends.
  ///   - references: names of the published references that there are; nil takes any.
  ///   - earlier: settings that the text holds already, to be told of with the others.
  /// - Throws: all problems at once.
  public static func read(
    _ source: ScenarioSource, settings: [Setting] = [], base: BaseScenario = .none,
    references: [String]? = nil, earlier: [Setting] = []
  ) throws(ScenarioProblems) -> ScenarioDocument {
    var texts = LayeredText(settings: settings, base: base)
    let tree = try texts.tree(of: source)
    var checker = Checker(problems: texts.problems)
    let place = Place(origin: tree.origin, path: [])
    let checked = checker.check(tree, as: .object(ScenarioDefinition.scenario), at: place)
    var builder = ScenarioBuilder(problems: checker.problems, knownReferences: references)
    let document = try? builder.document(
      Checked(place: place, value: checked).object(), tree: tree,
      assumptions: checker.assumptions, settings: (earlier + settings).lastOfEachPath)
    guard let document, builder.problems.isEmpty else { throw builder.problems.all }
    return document
  }

  /// The text of a scenario over those that it extends, with values set, as one text.
  ///
  /// It need not make sense yet: more values may be set in it.
  public static func text(
    of source: ScenarioSource, settings: [Setting], base: BaseScenario = .none
  ) throws(ScenarioProblems) -> JSONValue {
    var texts = LayeredText(settings: settings, base: base)
    return JSONValue(try texts.tree(of: source))
  }
}
