/// A run in a comparison.
struct ComparedRun: Sendable {
  let stored: StoredRun
  /// What it is called: no two runs of a comparison have the same.
  let label: String

  /// Names runs by their scenarios; those of one scenario by what was set differently, or else by
  /// their folders.
  static func labelled(_ runs: [StoredRun]) -> [ComparedRun] {
    var labels = runs.map(\.name)
    for group in Dictionary(grouping: runs.indices, by: { runs[$0].name }).values
    where group.count > 1 {
      for (index, label) in zip(group, distinctLabels(group.map { runs[$0] })) {
        labels[index] = label
      }
    }
    var seen: Set<String> = []
    return zip(runs, labels).map { run, label in
      var (distinct, number) = (label, 1)
      while !seen.insert(distinct).inserted {
        number += 1
        distinct = "\(label) (\(number))"
      }
      return ComparedRun(stored: run, label: distinct)
    }
  }

  /// The first way to tell runs of one scenario apart that does.
  private static func distinctLabels(_ runs: [StoredRun]) -> [String] {
    let ways: [([StoredRun]) -> [String]] = [settingLabels, { $0.map(\.folderName) }]
    for way in ways {
      let labels = way(runs)
      if Set(labels).count == runs.count { return labels }
    }
    return runs.map(\.source.place)
  }

  private static func settingLabels(_ runs: [StoredRun]) -> [String] {
    let paths = Set(runs.flatMap(\.result.settings.keys)).sorted().filter { path in
      Set(runs.map { $0.result.settings[path] }).count > 1
    }
    return runs.map { run in
      let settings = paths.compactMap { path in
        run.result.settings[path].map { "\(path)=\($0)" }
      }
      return ([run.name] + settings).joined(separator: " ")
    }
  }
}

extension StoredRun {
  /// The last part of the path of its folder.
  fileprivate var folderName: String {
    source.place.split(separator: "/").last.map(String.init) ?? source.place
  }
}
