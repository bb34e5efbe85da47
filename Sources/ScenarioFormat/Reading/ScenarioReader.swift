/// Turns the text of a scenario into a checked one.
public enum ScenarioReader {
  /// Reads a scenario, sets values in it, and checks the outcome.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - settings: values to set, in this order; they are checked as if they stood in the text.
  /// - Throws: all problems at once.
  public static func read(
    _ source: ScenarioSource, settings: [Setting] = []
  ) throws(ScenarioProblems) -> ScenarioDocument {
    let tree = try tree(of: source, settings: settings)
    var checker = Checker(problems: ProblemList(file: source.name))
    let place = Place(origin: tree.origin, path: [])
    let checked = checker.check(tree, as: .object(ScenarioDefinition.scenario), at: place)
    var builder = ScenarioBuilder(problems: checker.problems)
    let document = try? builder.document(
      Checked(place: place, value: checked).object(), canonical: JSONValue(tree),
      settings: settings)
    guard let document, builder.problems.isEmpty else { throw builder.problems.all }
    return document
  }

  private static func tree(
    of source: ScenarioSource, settings: [Setting]
  ) throws(ScenarioProblems) -> JSONNode {
    var tree: JSONNode
    do {
      tree = try JSONReader.read(source.bytes)
    } catch {
      let place = Place(origin: .text(error.position), path: [])
      throw ScenarioProblems(
        diagnostics: [Diagnostic(file: source.name, place: place, message: error.message)],
        count: 1)
    }
    for setting in settings {
      do {
        tree = try tree.applying(setting)
      } catch {
        throw ScenarioProblems(diagnostics: [error], count: 1)
      }
    }
    return tree
  }
}
