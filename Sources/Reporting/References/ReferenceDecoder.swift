import ScenarioFormat

/// Reads a file of published figures, format `clustersim-reference/1`.
struct ReferenceDecoder {
  /// What the first key of such a file says.
  static let format = "clustersim-reference/1"

  let file: String

  /// The reference that a text holds.
  ///
  /// - Throws: the first thing that is wrong with it, with line, column and JSON pointer.
  func reference(from bytes: [UInt8]) throws(ReferenceError) -> Reference {
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes)
    } catch {
      throw ReferenceError(file: file, position: error.position, message: error.message)
    }
    let object = try ReferenceObject(
      root, file: file, path: "",
      keys: [
        "format", "name", "publisher", "title", "year", "link", "place", "first_hand", "exposure",
        "figures",
      ])
    guard try object.string("format") == Self.format else {
      throw object.error(at: "format", "must be \"\(Self.format)\"")
    }
    let exposure = try exposure(in: object)
    let isFirstHand = try object.boolean("first_hand")
    var figures: [Figure] = []
    for (index, node) in try object.list("figures").enumerated() {
      let place = "/figures/\(index)"
      let figure = try figure(
        node, path: place, exposure: exposure, isFirstHand: isFirstHand)
      guard !figures.contains(where: { $0.id == figure.id }) else {
        throw object.error(at: "figures/\(index)", "the id \"\(figure.id)\" is given twice")
      }
      figures.append(figure)
    }
    return Reference(
      name: try object.string("name"), publisher: try object.string("publisher"),
      title: try object.string("title"), year: try object.count("year"),
      link: try object.string("link"), place: try object.string("place"),
      isFirstHand: isFirstHand, figures: figures)
  }

  /// The exposure of an object, if it states one: GPUs or nodes, and how long they were watched.
  private func exposure(in object: ReferenceObject) throws(ReferenceError) -> Exposure? {
    guard let node = object.node("exposure") else { return nil }
    let exposure = try ReferenceObject(
      node, file: file, path: "\(object.path)/exposure",
      keys: ["gpus", "nodes", "gpus_per_node", "days"])
    guard let days = try exposure.optionalPositive("days") else {
      throw exposure.error(at: "days", "is missing")
    }
    let gpusPerNode = try exposure.optionalPositive("gpus_per_node")
    switch (try exposure.optionalPositive("gpus"), try exposure.optionalPositive("nodes")) {
    case (let gpus?, nil) where gpusPerNode == nil:
      return Exposure(gpus: gpus, days: days)
    case (nil, let nodes?):
      return Exposure(gpus: nodes * (gpusPerNode ?? 8), days: days)
    default:
      throw object.error(
        at: "exposure", "give either \"gpus\", or \"nodes\" (and \"gpus_per_node\", default 8)")
    }
  }

  private func figure(
    _ node: JSONNode, path: String, exposure common: Exposure?, isFirstHand: Bool
  ) throws(ReferenceError) -> Figure {
    let object = try ReferenceObject(
      node, file: file, path: path,
      keys: [
        "id", "title", "kind", "metric", "observed", "rounded_to", "classes", "exposure", "above",
        "below", "least", "most", "unit", "first_hand", "published_in", "gpus_per_node",
      ])
    return Figure(
      id: try object.string("id"), title: try object.string("title"),
      source: try object.string("source"), notes: try object.optionalString("notes"),
      isFirstHand: object.node("first_hand") == nil
        ? isFirstHand : try object.boolean("first_hand"),
      publishedIn: try rateUnit(of: object),
      gpusPerNode: try object.optionalPositive("gpus_per_node"),
      kind: try kind(of: object, exposure: try exposure(in: object) ?? common))
  }

  /// The unit that a rate of failures was published in, where the metric's is another.
  private func rateUnit(of object: ReferenceObject) throws(ReferenceError) -> FailureRate.Unit? {
    guard let name = try object.optionalString("published_in") else { return nil }
    guard let unit = FailureRate.Unit(rawValue: name) else {
      let units = FailureRate.Unit.allCases.map(\.rawValue).joined(separator: ", ")
      throw object.error(at: "published_in", "\"\(name)\" is none of \(units)")
    }
    return unit
  }

  private func kind(
    of object: ReferenceObject, exposure: Exposure?
  ) throws(ReferenceError) -> Figure.Kind {
    switch try object.string("kind") {
    case "count":
      return .count(
        metric: try object.string("metric"), observed: try object.count("observed"),
        exposure: try needed(exposure, by: object))
    case "counts":
      return .counts(try classCounts(of: object), exposure: try needed(exposure, by: object))
    case "share":
      let share = try roundedValue(of: object)
      guard (0...1).contains(share.value) else {
        throw object.error(at: "observed", "a share lies between 0 and 1; 78 % is 0.78")
      }
      return .share(classes: try object.strings("classes"), observed: share)
    case "rate":
      return .rate(metric: try object.string("metric"), observed: try roundedValue(of: object))
    case "bound":
      return .bound(metric: try object.string("metric"), try bound(of: object))
    case "value":
      return .value(try extent(of: object), unit: try object.string("unit"))
    case let other:
      throw object.error(
        at: "kind", "\"\(other)\" is none of count, counts, share, rate, bound and value")
    }
  }

  private func extent(of object: ReferenceObject) throws(ReferenceError) -> Figure.Extent {
    let isRange = object.node("least") != nil || object.node("most") != nil
    guard isRange != (object.node("observed") != nil) else {
      throw object.error(
        at: "kind", "a value needs either \"observed\", or \"least\" or \"most\" or both")
    }
    guard isRange else { return .observed(try roundedValue(of: object)) }
    let least = object.node("least") == nil ? nil : try object.number("least")
    let most = object.node("most") == nil ? nil : try object.number("most")
    if let least, let most, least >= most {
      throw object.error(at: "most", "must be more than \"least\"")
    }
    return .range(least: least, most: most)
  }

  private func needed(
    _ exposure: Exposure?, by object: ReferenceObject
  ) throws(ReferenceError) -> Exposure {
    guard let exposure else {
      throw object.error(at: "exposure", "a count needs an exposure: GPUs or nodes, and days")
    }
    return exposure
  }

  private func roundedValue(
    of object: ReferenceObject
  ) throws(ReferenceError) -> Figure.RoundedValue {
    Figure.RoundedValue(
      try object.number("observed"), roundedTo: try object.optionalPositive("rounded_to") ?? 0)
  }

  private func bound(of object: ReferenceObject) throws(ReferenceError) -> Figure.Bound {
    switch (object.node("above") != nil, object.node("below") != nil) {
    case (true, false): return .above(try object.number("above"))
    case (false, true): return .below(try object.number("below"))
    default: throw object.error(at: "kind", "a bound needs one of \"above\" and \"below\"")
    }
  }

  private func classCounts(
    of object: ReferenceObject
  ) throws(ReferenceError) -> [Figure.ClassCount] {
    var counts: [Figure.ClassCount] = []
    for (index, node) in try object.list("classes").enumerated() {
      let row = try ReferenceObject(
        node, file: file, path: "\(object.path)/classes/\(index)",
        keys: ["fault", "title", "category", "observed"])
      let fault = try row.string("fault")
      guard !counts.contains(where: { $0.fault == fault }) else {
        throw row.error(at: "fault", "\"\(fault)\" is given twice")
      }
      counts.append(
        Figure.ClassCount(
          fault: fault, title: try row.string("title"), category: try row.string("category"),
          observed: try row.count("observed")))
    }
    return counts
  }
}
