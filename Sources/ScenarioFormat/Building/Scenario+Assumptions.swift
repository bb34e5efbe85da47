import ClusterModel

extension Scenario {
  /// Whether a default has any effect: some only do with a symptom, or a diagnosis, that occurs.
  func makes(_ assumption: Assumption) -> Bool {
    switch assumption.path {
    case ["recovery", "detect", "slow"]: faults.contains { $0.symptom == .slow }
    case ["recovery", "detect", "corrupt"]: faults.contains { $0.symptom == .corrupt }
    case ["recovery", "diagnose", "recurs"]:
      recovery.misdiagnosis.missed + recovery.misdiagnosis.wrong > 0
    default: true
    }
  }
}
