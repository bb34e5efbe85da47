/// Puts the tree of a scenario together: its text over the texts that it extends, settings on top.
struct LayeredText {
  /// More scenarios that extend each other are taken for a circle.
  private static let mostBases = 8
  /// The key that names the scenario to build on.
  private static let key = "extends"
  /// Keys that say what one scenario is, and so are not passed on to those that extend it.
  private static let own = ["$schema", key, "name", "title", "notes"]
  /// Whoever changes the faults leaves what the scenario was fitted to.
  private static let (fitted, fit) = ("faults", "calibrated_on")

  private(set) var layers: Layers
  private let base: BaseScenario
  private var bytes = 0

  init(settings: [Setting], base: BaseScenario) {
    layers = Layers(texts: [], settings: settings)
    self.base = base
  }

  /// The tree, of which nothing but the syntax of its texts has been checked.
  mutating func tree(of source: ScenarioSource) throws(ScenarioProblems) -> JSONNode {
    var tree = try text(source)
    if layers.settings.contains(where: { $0.steps.first == Self.fitted }) {
      tree = tree.without([Self.fit])
    }
    for (index, setting) in layers.settings.enumerated() {
      do {
        tree = try tree.applying(setting, layer: Int32(index) + 1)
      } catch {
        throw ScenarioProblems(diagnostics: [error], count: 1)
      }
    }
    let isLayered = layers.texts.count > 1 || !layers.settings.isEmpty
    return isLayered ? tree.settled(as: .object(ScenarioDefinition.scenario)) : tree
  }

  /// The tree of a text over those that it extends.
  private mutating func text(_ source: ScenarioSource) throws(ScenarioProblems) -> JSONNode {
    let layer = -Int32(layers.texts.count)
    layers.texts.append(source.name)
    bytes += source.bytes.count
    let tree: JSONNode
    do {
      tree = try JSONReader.read(source.bytes, layer: layer)
    } catch {
      throw problem(
        Place(origin: Origin(layer: layer, position: error.position), path: []),
        error.message)
    }
    guard case .object(var members) = tree.content,
      let index = members.firstIndex(where: { $0.key == Self.key }),
      case .string(let path) = members[index].value.content
    else { return tree }
    let place = Place(origin: members[index].value.origin, path: [Self.key])
    guard !path.isEmpty else { throw problem(place, "names no scenario") }
    guard layers.texts.count <= Self.mostBases else {
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
    members.remove(at: index)
    let refits = members.contains { $0.key == Self.fitted }
    let inherited = try text(found)
    guard case .object = inherited.content else {
      throw problem(
        Place(origin: inherited.origin, path: []), "must be an object, not \(inherited.typeName)")
    }
    return JSONNode(.object(members), origin: tree.origin)
      .merged(over: inherited.without(Self.own + (refits ? [Self.fit] : [])))
  }

  private func problem(_ place: Place, _ message: String) -> ScenarioProblems {
    ScenarioProblems(diagnostics: [Diagnostic(layers, place, message: message)], count: 1)
  }
}

extension JSONNode {
  /// An object without these keys; anything else as it is.
  fileprivate func without(_ keys: [String]) -> JSONNode {
    guard case .object(let members) = content else { return self }
    return JSONNode(.object(members.filter { !keys.contains($0.key) }), origin: origin)
  }
}
