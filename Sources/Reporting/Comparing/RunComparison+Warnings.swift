extension RunComparison {
  static func warnings(_ runs: [ComparedRun], _ changes: [RunChange]) -> [String] {
    let lengths = runs.map { $0.stored.mean(StoredRun.wall) }
    var warnings = sameFolders(runs)
    for change in changes {
      let (baseline, run) = (runs[0].stored, runs[change.run].stored)
      let names = "\(letter(0)) and \(letter(change.run))"
      if baseline.manifest.modelVersion != run.manifest.modelVersion {
        warnings.append(
          "\(names) were made by model versions \(baseline.manifest.modelVersion) and"
            + " \(run.manifest.modelVersion), which can differ by themselves")
      } else if change.method == .independent, run.hasRandomNumbers(of: baseline) {
        warnings.append(
          "\(names) have the same seed, but not both a replications.csv with replications of the"
            + " same numbers: they are compared as if independent, which makes intervals too wide")
      }
      if change.method == .paired, baseline.result.interval != run.result.interval {
        warnings.append(
          "\(names) have intervals by \(baseline.result.interval) and by \(run.result.interval);"
            + " those of the changes are by student")
      }
      if let pairs = change.pairs,
        pairs < max(baseline.result.replications, run.result.replications)
      {
        warnings.append(
          "changes from \(letter(0)) to \(letter(change.run)) are over the"
            + " \(pairs) replication\(pairs == 1 ? "" : "s") that both have, their means over all")
      }
      if let first = lengths[0], let other = lengths[change.run], !run.hasLength(of: baseline) {
        warnings.append(
          "\(names) last \(HumaneText.duration(first * 3600)) and"
            + " \(HumaneText.duration(other * 3600)): counts and hours are of different lengths;"
            + " compare shares and rates")
      }
      if !run.hasSize(of: baseline) {
        warnings.append(
          "\(names) have \(HumaneText.number(baseline.gpus, decimals: 0)) and"
            + " \(HumaneText.number(run.gpus, decimals: 0)) GPUs: counts, GPU-hours and money are of"
            + " different sizes; compare shares and rates by GPU")
      }
      for (metric, entry) in change.metrics.map({ ($0.metric, $0) })
      where entry.baseline.unit != entry.run.unit {
        warnings.append(
          "\(metric) is in \(entry.baseline.unit) in \(letter(0)), in \(entry.run.unit) in"
            + " \(letter(change.run)): it can't be compared")
      }
    }
    return warnings
      + runs.enumerated().flatMap { place, run in
        run.stored.result.warnings.map { "\(letter(place)): \($0)" }
      }
  }

  private static func sameFolders(_ runs: [ComparedRun]) -> [String] {
    let places = runs.map { FolderListing.withoutLinks($0.stored.source.place) }
    return runs.indices.compactMap { index in
      places[..<index].firstIndex(of: places[index]).map {
        "\(letter($0)) and \(letter(index)) are the same result"
      }
    }
  }
}
