import ClusterModel
import ScenarioFormat
import Statistics

/// Draws valid scenarios at random, over the whole of the format.
///
/// Rates follow from a number of faults that is drawn first, and times from the length of the run
/// and that number, so that runs are short to simulate and still full of everything.
struct ScenarioGenerator {
  typealias Members = [(key: String, value: JSONValue)]

  var stream: RandomStream
  /// Length of the run, or of the work, in seconds.
  let span: Double
  /// Whether only the job's work ends the run: then nothing may keep it from being done.
  let isEndless: Bool
  let cluster: Cluster
  let jobNodes: Int
  /// Nodes of each rack that the job uses, if it lies on whole racks.
  let nodesOfRack: Int?
  /// The law of the multipliers of nodes, if they differ.
  let frailty: Frailty.Law?
  /// Names of the repair routes.
  let routes: [String]
  /// Faults that each class may have in the span.
  let budgets: [Double]
  /// Names of the classes drawn so far that nodes can differ in.
  var named: [String] = []

  /// Draws the size of everything.
  init(_ stream: RandomStream) {
    var stream = stream
    span = stream.magnitude(3600, 60 * 86400)
    isEndless = stream.chance(0.15)
    let isOnRacks = stream.chance(0.25)
    cluster = Self.cluster(span: span, isOnRacks: isOnRacks, isEndless: isEndless, &stream)
    if isOnRacks {
      let ofRack = stream.count(upTo: cluster.nodesPerRack)
      nodesOfRack = ofRack
      jobNodes = stream.count(upTo: cluster.nodes / cluster.nodesPerRack) * ofRack
    } else {
      nodesOfRack = nil
      jobNodes = stream.chance(0.5) ? cluster.nodes : 1 + stream.index(below: cluster.nodes)
    }
    frailty = stream.chance(0.3) ? Self.frailty(isEndless: isEndless, &stream) : nil
    routes = (0..<stream.index(below: 4)).map { "route-\($0)" }
    let most = isEndless ? 10.0 : 150
    budgets = (0..<stream.index(below: 8)).map { _ in stream.magnitude(1, most) }
    self.stream = stream
  }

  /// Faults of all classes in the span, at least one.
  var faults: Double { max(1, budgets.reduce(0, +)) }

  /// The whole scenario.
  mutating func scenario() -> JSONValue {
    var members: Members = [("name", "random"), ("cluster", clusterObject())]
    let work = span * stream.magnitude(0.1, 1)
    let hasWork = isEndless || stream.chance(0.3)
    if !isEndless { members.append(("horizon", duration(span))) }
    members.append(("job", job(work: hasWork ? work : nil)))
    members.append(("faults", .array(budgets.indices.map { fault($0) })))
    if let frailty { members.append(differences(frailty)) }
    if !routes.isEmpty { members.append(("repair", repair())) }
    if stream.chance(0.9) { members.append(("checkpoint", checkpoint())) }
    members.append(("recovery", recovery()))
    if stream.chance(0.5) { members.append(("maintenance", maintenance())) }
    if stream.chance(0.3) { members.append(("throughput", throughput())) }
    if stream.chance(0.3) { members.append(("cost", ["gpu_hour": 2.5, "currency": "EUR"])) }
    if stream.chance(0.3) { members.append(("title", "A scenario drawn at random")) }
    if stream.chance(0.3) { members.append(("format", "clustersim/1")) }
    members.shuffle(using: &stream)
    return .object(members)
  }

  private mutating func job(work: Double?) -> JSONValue {
    var members: Members = []
    let perRack = nodesOfRack == nil ? 1 : cluster.nodesPerRack
    if jobNodes < cluster.nodes / perRack * (nodesOfRack ?? 1) {
      members.append(("nodes", JSONValue(jobNodes)))
    }
    if let nodesOfRack {
      members.append(("placement", ["nodes_of_rack": JSONValue(nodesOfRack)]))
    }
    if let work { members.append(("work", duration(work))) }
    return .object(members)
  }

  private mutating func repair() -> JSONValue {
    var members: Members = []
    for route in routes {
      let stages = 1 + stream.index(below: 4)
      members.append((route, .array((0..<stages).map { stage($0) })))
    }
    guard stream.chance(0.3) else { return ["routes": .object(members)] }
    let multiplier = isEndless ? "2" : stream.pick(["0.5", "1", "20", "100"])
    return ["routes": .object(members), "returns_multiplier": .number(multiplier)]
  }

  private mutating func stage(_ index: Int) -> JSONValue {
    // Few nodes are in repair at a time, or the work is never done.
    let time = span / faults * stream.magnitude(0.001, isEndless ? 0.05 : 3)
    var members: Members = [("stage", .string("stage \(index)")), ("time", delay(time))]
    if stream.chance(0.7) {
      let fixes = stream.chance(0.2) ? (stream.chance(0.5) ? 0 : 1) : stream.uniform()
      members.append(("fixes", .number("\(fixes)")))
    }
    if stream.chance(0.3) {
      members.append(("false_fix", .number(stream.pick(["0", "0.1", isEndless ? "0.2" : "1"]))))
    }
    return .object(members)
  }

  private mutating func maintenance() -> JSONValue {
    let every = span / stream.magnitude(0.5, 30)
    let downtime = (key: "downtime", value: duration(every * stream.magnitude(1e-4, 0.3)))
    if stream.chance(0.5) { return .object([("every", duration(every)), downtime]) }
    let count = stream.count(upTo: 50)
    return .object([
      ("over", duration(every * Double(count))), downtime, ("count", JSONValue(count)),
    ])
  }
}
