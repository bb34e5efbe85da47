import ClusterModel
import ScenarioFormat
import Statistics

extension ScenarioGenerator {
  /// The time of a step of recovery.
  mutating func step() -> JSONValue {
    delay(span / faults * stream.magnitude(1e-5, 0.2))
  }

  mutating func recovery() -> JSONValue {
    var detect: Members = []
    if stream.chance(0.7) { detect.append(("crash", step())) }
    if stream.chance(0.7) { detect.append(("hang", step())) }
    if stream.chance(0.7) { detect.append(("slow", step())) }
    if stream.chance(0.7) { detect.append(("corrupt", step())) }
    var members: Members = [("detect", .object(detect))]
    if stream.chance(0.5) { members.append(("diagnose", diagnosis())) }
    if stream.chance(0.2) {
      members.append(("health_checks", ["time": step(), "finds": stream.pick([0, 0.5, 1])]))
    }
    if stream.chance(0.7) { members.append(("swap", step())) }
    if stream.chance(0.7) { members.append(("restart", restart())) }
    if stream.chance(0.5) { members.append(("exposed", .bool(stream.chance(0.5)))) }
    if stream.chance(0.3) { members.append(("image", stepOrTransfer())) }
    if stream.chance(0.3) {
      let shares: [JSONValue] = isEndless ? [0, 0.2] : [0, 0.01, 0.3, 0.99]
      members.append(("restart_fails", stream.pick(shares)))
    }
    members += policy()
    members.shuffle(using: &stream)
    return .object(members)
  }

  // MARK: Policies

  private mutating func policy() -> Members {
    switch stream.index(below: 8) {
    case 0: return [("policy", "restart")]
    case 1, 2:
      let policy: Members = [("policy", "hot_spare")]
      return stream.chance(0.7) ? policy + [("hot_restart", restart())] : policy
    case 3, 4: return nodesOfRack == nil ? elastic() : []
    default: return []
    }
  }

  private mutating func elastic() -> Members {
    let replicas = stream.pick((1...jobNodes).filter { jobNodes.isMultiple(of: $0) })
    var members: Members = [("policy", "elastic"), ("replicas", JSONValue(replicas))]
    if stream.chance(0.6) {
      members.append(("minimum_replicas", JSONValue(1 + stream.index(below: replicas))))
    }
    if stream.chance(0.8) { members.append(("stall", step())) }
    if stream.chance(0.8) { members.append(("rejoin", step())) }
    if stream.chance(0.4) { members.append(("rejoin_stall", step())) }
    return members
  }

  private mutating func diagnosis() -> JSONValue {
    guard stream.chance(0.5) else { return ["time": step()] }
    return ["time": step(), "missed": 0.3, "wrong": stream.pick([0, 0.2]), "recurs": step()]
  }

  private mutating func restart() -> JSONValue {
    guard stream.chance(0.5) else { return step() }
    let time = span / faults * stream.magnitude(1e-5, 0.1)
    let perGPU = time / Double(jobNodes * cluster.gpusPerNode)
    return stream.chance(0.5)
      ? ["per_gpu": duration(perGPU)] : ["base": duration(time), "per_gpu": duration(perGPU)]
  }

  // MARK: Throughput

  /// A drift; that of an endless run leaves it a speed at which its work gets done.
  mutating func throughput() -> JSONValue {
    var members: Members = []
    if stream.chance(0.5) { members.append(("diurnal", stream.pick([0, 0.02, 0.5]))) }
    if stream.chance(0.5) {
      let drift = min(0.5, (isEndless ? 0.1 : 10) * 86_400 / span * stream.magnitude(1e-3, 1))
      members.append(("drift_per_day", .number("\(drift)")))
    }
    if stream.chance(0.5) {
      members.append(("refresh", duration(span * stream.magnitude(0.01, 2))))
      if stream.chance(0.7) {
        members.append(("refresh_time", duration(span * stream.magnitude(1e-5, 0.01))))
      }
    }
    if stream.chance(0.4) {
      let speed = isEndless ? "0.5" : stream.pick(["0.001", "0.3", "1"])
      let time = duration(span / faults * stream.magnitude(1e-4, 0.5))
      members.append(("ramp", ["speed": .number(speed), "time": time]))
    }
    return .object(members)
  }
}
