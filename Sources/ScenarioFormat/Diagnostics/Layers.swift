/// What a scenario is made of: texts and settings, each under its layer (see `Origin.layer`).
struct Layers: Sendable {
  /// Names of the texts as messages show them: the scenario, the one that it extends, and so on.
  var texts: [String]
  /// The settings, in their order.
  let settings: [Setting]

  /// What messages put before the path of a place.
  func source(of origin: Origin) -> (name: String, position: SourcePosition?) {
    if origin.layer > 0 { return (settings[Int(origin.layer) - 1].label, nil) }
    return (visible(texts[Int(-origin.layer)], limit: 4096), origin.position)
  }
}
