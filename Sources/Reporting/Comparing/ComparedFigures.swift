/// A published figure beside what several runs make of it.
struct ComparedFigures: Sendable {
  /// As the first run has it that has it at all.
  let figure: StoredRun.ComparedFigure
  /// As each run has it, in their order; nil where a run was not compared with it.
  let entries: [StoredRun.ComparedFigure?]

  /// The figures of all runs, in the order in which they first come.
  static func all(of runs: [StoredRun]) -> [ComparedFigures] {
    var names: [[String]] = []
    var byName: [[String]: [StoredRun.ComparedFigure?]] = [:]
    for (place, run) in runs.enumerated() {
      for figure in run.result.comparison {
        let name = [figure.reference, figure.figure]
        if byName[name] == nil {
          names.append(name)
          byName[name] = Array(repeating: nil, count: runs.count)
        }
        byName[name]?[place] = figure
      }
    }
    return names.compactMap { name in
      byName[name].flatMap { entries in
        // One that simulates it knows its unit.
        let present = entries.compactMap(\.self)
        return (present.first { $0.simulated != nil } ?? present.first).map {
          ComparedFigures(figure: $0, entries: entries)
        }
      }
    }
  }
}
