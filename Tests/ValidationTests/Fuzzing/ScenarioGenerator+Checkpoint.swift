import ClusterModel
import ScenarioFormat
import Statistics

extension ScenarioGenerator {
  /// How often the job saves, on which levels.
  ///
  /// An endless run keeps what it needs to get done: its last level is saved as often as the only
  /// one of another run is, outlives everything, and keeps enough copies to get behind a corruption.
  mutating func checkpoint() -> JSONValue {
    var interval = max(0.01, span / max(1, faults / 4) * stream.magnitude(1e-4, 1))
    let everies = stream.chance(0.35) ? everies() : []
    if isEndless, let last = everies.last { interval = max(0.01, interval / Double(last)) }
    var members: Members = []
    let isGiven = stream.chance(0.75)
    members.append(("interval", isGiven ? duration(interval) : rule(interval)))
    if everies.isEmpty {
      members += copy(save: interval, write: 3 * interval)
    } else {
      let levels = everies.enumerated().map { index, every in
        level(index, every, of: everies.count, isGiven: isGiven, interval)
      }
      members.append(("levels", .array(levels)))
    }
    if stream.chance(0.2) {
      let time = duration(interval * stream.magnitude(1e-4, 0.1))
      members.append(
        (
          "verify",
          stream.chance(0.5) ? ["time": time] : ["time": time, "finds": stream.pick([0, 0.5, 1])]
        ))
    }
    if stream.chance(0.5) { members.append(("at_end", .bool(stream.chance(0.5)))) }
    members.shuffle(using: &stream)
    return .object(members)
  }

  /// An interval that a formula computes.
  private mutating func rule(_ interval: Double) -> JSONValue {
    let formula = JSONValue.string(stream.pick(["young", "daly", "optimal"]))
    switch stream.index(below: 3) {
    case 0: return formula
    case 1: return ["adaptive": formula]
    default: return ["adaptive": formula, "initial": duration(interval)]
    }
  }

  // MARK: Levels

  /// How often each of some levels is saved.
  private mutating func everies() -> [Int] {
    var everies = [1]
    for _ in 0..<stream.index(below: 4) {
      everies.append((everies.last ?? 1) * stream.count(upTo: 6))
    }
    return everies
  }

  private mutating func level(
    _ index: Int, _ every: Int, of count: Int, isGiven: Bool, _ interval: Double
  ) -> JSONValue {
    let time = interval * Double(every)
    var members: Members = [("name", .string("level-\(index)"))]
    if every > 1 || stream.chance(0.3) { members.append(("every", JSONValue(every))) }
    // Of several levels a copy is written before the next one.
    let most: Double? = count == 1 ? 3 * time : isGiven ? 0.99 * time : nil
    members += copy(save: interval, write: most)
    if stream.chance(0.6), !isEndless || index < count - 1 {
      let domain = stream.pick(Domain.allCases.filter { $0 != .gpu })
      members.append(("survives", .string(domain.rawValue)))
    }
    members.shuffle(using: &stream)
    return .object(members)
  }

  /// One kind of copy; `write` is the longest time to write one, nil for none.
  private mutating func copy(save: Double, write: Double?) -> Members {
    var members: Members = []
    if stream.chance(0.8) {
      members.append(("save", timeOrTransfer(save * stream.magnitude(1e-4, 1))))
    }
    if let write, stream.chance(0.6) {
      members.append(("write", timeOrTransfer(write * stream.magnitude(3e-4, 1))))
    }
    if stream.chance(0.8) { members.append(("load", stepOrTransfer())) }
    if stream.chance(0.3) {
      let shares: [JSONValue] = isEndless ? [0, 0.1] : [0, 0.01, 0.5, 1]
      members.append(("corrupt_probability", stream.pick(shares)))
    }
    if stream.chance(0.3) {
      members.append(("keep", JSONValue(isEndless ? 10_000 : stream.count(upTo: 100))))
    }
    return members
  }

  // MARK: Transfers

  /// The time of a step of recovery, or a transfer that takes as long.
  mutating func stepOrTransfer() -> JSONValue {
    stream.chance(0.3) ? timeOrTransfer(span / faults * stream.magnitude(1e-5, 0.2)) : step()
  }

  /// A duration, or a transfer that takes as long.
  private mutating func timeOrTransfer(_ seconds: Double) -> JSONValue {
    let bandwidth = stream.magnitude(1e6, 1e12)
    let bytes = seconds * bandwidth
    guard stream.chance(0.3), bytes >= 100, bytes <= 1e17 else { return duration(seconds) }
    var members: Members = []
    if bytes > 1e14 || stream.chance(0.5) {
      members.append(("bytes", amount(bytes, "")))
    } else {
      let each = stream.magnitude(0.5, 50)
      members.append(("parameters", .number("\(bytes / each)")))
      members.append(("bytes_per_parameter", .number("\(each)")))
    }
    switch stream.index(below: 3) {
    case 0: members.append(("bandwidth", amount(bandwidth, "/s")))
    case 1: members.append(("bandwidth_per_node", amount(bandwidth / Double(jobNodes), "/s")))
    default:
      let gpus = Double(jobNodes * cluster.gpusPerNode)
      members.append(("bandwidth_per_gpu", amount(bandwidth / gpus, "/s")))
    }
    members.shuffle(using: &stream)
    return .object(members)
  }

  /// A size or a bandwidth in one of the units.
  private mutating func amount(_ bytes: Double, _ perTime: String) -> JSONValue {
    var units = [
      ("B", 1.0), ("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("PB", 1e15),
      ("KiB", 0x1p10), ("MiB", 0x1p20), ("GiB", 0x1p30), ("TiB", 0x1p40), ("PiB", 0x1p50),
    ]
    if perTime == "/s" { units += [("Mb", 1e6 / 8), ("Gb", 1e9 / 8), ("Tb", 1e12 / 8)] }
    let (name, size) = stream.pick(units)
    return .string("\(bytes / size)" + (stream.chance(0.2) ? " " : "") + name + perTime)
  }
}
