/// Puts the tree of a scenario together: its text over the texts that it extends, settings on top.
struct LayeredText {
  /// More scenarios that extend each other are taken for a circle.
  private static let mostBases = 8
  /// The key that names the scenario to build on.
  private static let key = "extends"
  /// Keys that say what one scenario is, and so are not passed on to those that extend it.
  private static let own = ["$schema", "format", key, "name", "title", "notes"]
  private static let kind = Kind.object(ScenarioDefinition.scenario)

  /// What the tree is made of, and the keys that one of these gives twice.
  private(set) var problems: ProblemList
  private let base: BaseScenario
  private var bytes = 0

  init(settings: [Setting], base: BaseScenario) {
    problems = ProblemList(layers: Layers(texts: [], settings: settings))
    self.base = base
  }

  /// The tree, of which nothing but the syntax of its texts has been checked.
  mutating func tree(of source: ScenarioSource) throws(ScenarioProblems) -> JSONNode {
    var tree = try text(source)
    for (index, setting) in problems.layers.settings.enumerated() {
      let value = setting.node(origin: Origin(layer: Int32(index) + 1))
      for duplicate in value.duplicates(in: Place(origin: value.origin, path: setting.steps)) {
        problems.error(duplicate.place, "key given twice")
      }
      do {
        tree = try tree.applying(setting, value: value)
      } catch {
        throw ScenarioProblems(diagnostics: [error], count: 1)
      }
    }
    return problems.layers.settings.isEmpty ? tree : tree.settled(as: Self.kind)
  }

  /// The tree of a text over those that it extends, without what it replaces in these: it would
  /// come back if a layer above took away what it was replaced by.
  private mutating func text(_ source: ScenarioSource) throws(ScenarioProblems) -> JSONNode {
    let layer = -Int32(problems.layers.texts.count)
    problems.layers.texts.append(source.name)
    bytes += source.bytes.count
    let tree: JSONNode
    do {
      tree = try JSONReader.read(source.bytes, layer: layer)
    } catch {
      throw problem(
        Place(origin: Origin(layer: layer, position: error.position), path: []), error.message)
    }
    for duplicate in tree.duplicates(in: Place(origin: tree.origin, path: [])) {
      let first = duplicate.first
      problems.error(
        duplicate.place,
        "key given twice, first on line \(first.line), column \(first.column)")
    }
    guard case .object(var members) = tree.content,
      let index = members.firstIndex(where: { $0.key == Self.key }),
      case .string(let path) = members[index].value.content
    else { return tree }
    let place = Place(origin: members[index].value.origin, path: [Self.key])
    members.removeAll { $0.key == Self.key }
    let inherited = try text(try find(path, for: source, place))
    return try JSONNode(.object(members), origin: tree.origin)
      .merged(over: inheritable(inherited), as: Self.kind).settled(as: Self.kind)
  }

  private func find(
    _ path: String, for source: ScenarioSource, _ place: Place
  ) throws(ScenarioProblems) -> ScenarioSource {
    guard !path.isEmpty else { throw problem(place, "names no scenario") }
    guard problems.layers.texts.count <= Self.mostBases else {
      throw problem(place, "more than \(Self.mostBases) scenarios deep; does one extend itself?")
    }
    let found: ScenarioSource
    do {
      found = try base.find(path, source)
    } catch {
      throw problem(place, error.reason)
    }
    guard bytes + found.bytes.count <= JSONReader.maximumBytes else {
      throw problem(
        place, "the texts together are longer than \(JSONReader.maximumBytes >> 20) MiB")
    }
    return found
  }

  /// What a text passes on to the one that extends it.
  private func inheritable(_ tree: JSONNode) throws(ScenarioProblems) -> JSONNode {
    guard case .object(let members) = tree.content else {
      throw problem(
        Place(origin: tree.origin, path: []), "must be an object, not \(tree.typeName)")
    }
    if let format = members.first(where: { $0.key == "format" })?.value,
      JSONValue(format) != .string(ScenarioDefinition.format)
    {
      throw problem(
        Place(origin: format.origin, path: ["format"]),
        "must be \(quoted(ScenarioDefinition.format))")
    }
    return JSONNode(.object(members.filter { !Self.own.contains($0.key) }), origin: tree.origin)
  }

  /// A problem after which nothing can be read, with the keys given twice that were found before.
  private func problem(_ place: Place, _ message: String) -> ScenarioProblems {
    var problems = problems
    problems.error(place, message)
    return problems.all
  }
}
