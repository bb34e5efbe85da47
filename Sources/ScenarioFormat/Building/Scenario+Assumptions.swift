import ClusterModel

extension Scenario {
  /// Whether a default has any effect: some only do with a policy, with a symptom, a diagnosis or a
  /// false fix that occurs, or with bursts of more than one.
  func makes(_ assumption: Assumption) -> Bool {
    let path = assumption.path
    switch path {
    case ["recovery", "detect", "slow"]: return faults.contains { $0.symptom == .slow }
    case ["recovery", "detect", "corrupt"]: return faults.contains { $0.symptom == .corrupt }
    case ["recovery", "diagnose", "recurs"]:
      return recovery.misdiagnosis.missed + recovery.misdiagnosis.wrong > 0
    case ["recovery", "hot_restart"]:
      if case .hotSpare = recovery.policy { return true } else { return false }
    case ["recovery", "stall"], ["recovery", "rejoin"]:
      if case .elastic = recovery.policy { return true } else { return false }
    case ["repair", "returns_multiplier"]:
      return faults.contains { fault in
        fault.repairRoute.map { repairRoutes[$0].canFailToFix } ?? false
      }
    default:
      guard path.count == 4, path[0] == "faults", path[2] == "bursts",
        let index = Int(path[1]), faults.indices.contains(index)
      else { return true }
      return (faults[index].bursts?.meanSize ?? 1) > 1
    }
  }
}
