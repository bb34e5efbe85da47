/// Turns the text of a scenario into a checked one.
public enum ScenarioReader {
  /// Reads a scenario, sets values in it, and checks the outcome.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - settings: values to set, in this order; they are checked as if they stood in the text.
  ///   - base: finds the scenarios that this one extends.
  ///   - references: names of the published references that there are; nil takes any.
  /// - Throws: all problems at once.
  public static func read(
    _ source: ScenarioSource, settings: [Setting] = [], base: BaseScenario = .none,
    references: [String]? = nil
  ) throws(ScenarioProblems) -> ScenarioDocument {
    var texts = LayeredText(settings: settings, base: base)
    let tree = try texts.tree(of: source)
    var checker = Checker(problems: texts.problems)
    let place = Place(origin: tree.origin, path: [])
    let checked = checker.check(tree, as: .object(ScenarioDefinition.scenario), at: place)
    var builder = ScenarioBuilder(problems: checker.problems, knownReferences: references)
    let document = try? builder.document(
      Checked(place: place, value: checked).object(), tree: tree,
      assumptions: checker.assumptions, settings: settings.lastOfEachPath)
    guard let document, builder.problems.isEmpty else { throw builder.problems.all }
    return document
  }
}
