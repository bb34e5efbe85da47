import Experiments

extension RunDocument {
  /// How to make the same numbers again.
  var reproduction: ReportDocument.Section? {
    ReportDocument.Section(
      "How to make it again", id: id("again"), Reproduction(run.manifest, run: run).blocks)
  }
}

/// What it takes to make a result again.
struct Reproduction {
  let manifest: StoredManifest
  let seed: UInt64
  let replications: String
  let interval: String

  init(_ manifest: StoredManifest, run: StoredRun) {
    self.manifest = manifest
    seed = run.result.seed
    replications = HumaneText.grouped(run.result.replications)
    interval = run.result.interval
  }

  init(_ manifest: StoredManifest, sweep: StoredSweep) {
    self.manifest = manifest
    seed = sweep.result.seed
    let counts = sweep.result.points.map(\.replications)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    replications =
      HumaneText.grouped(least) + (least == most ? "" : " to \(HumaneText.grouped(most))")
      + " a point"
    interval = sweep.result.interval
  }

  /// The command, by the program's name without its place.
  private var command: String {
    let words = manifest.commandLine
    let program = words.first?.split(separator: "/").last.map(String.init) ?? manifest.program.name
    return ([program] + words.dropFirst()).map(ShellWord.quoted).joined(separator: " ")
  }

  var blocks: [ReportDocument.Block] {
    let digest =
      manifest.scenarioSha256.map { ("SHA-256 of the scenario", $0) }
      ?? manifest.pointsSha256.map { ("SHA-256 of the points", $0) }
    let terms = [
      ("Seed", String(seed)), ("Replications", replications),
      ("Intervals", interval), ("Program", "\(manifest.program.name) \(manifest.program.version)"),
      ("Model", "version \(manifest.modelVersion)"), ("GSL", manifest.gslVersion),
    ]
    return [
      .code(command),
      .terms((terms + [digest].compactMap { $0 }).map { (term: $0.0, text: $0.1) }),
      .paragraph(
        "The same scenario and seed give the same bytes, whatever the threads, the build or the "
          + "machine's load. manifest.json holds the scenario as it was simulated."),
    ]
  }
}
