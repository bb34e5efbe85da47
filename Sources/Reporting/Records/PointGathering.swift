import ClusterModel
import Crypto
import ScenarioFormat

/// Gathers the points of a sweep, of which there may be many, and keeps of each only what is needed.
struct PointGathering {
  private(set) var first: ScenarioDocument?
  private(set) var scenarios: [Scenario] = []
  private(set) var warnings: [String] = []
  /// The first two points that are written alike.
  private(set) var same: (Int, Int)?
  private var told: Set<String> = []
  private var points: [SHA256.Digest: Int] = [:]
  private var all = SHA256()

  mutating func add(_ document: ScenarioDocument) {
    let text = Array(document.canonical.canonicalText().utf8)
    let digest = SHA256.hash(data: text)
    if let other = points[digest] {
      same = same ?? (other, scenarios.count)
    } else {
      points[digest] = scenarios.count
    }
    all.update(data: text)
    all.update(data: [UInt8(ascii: "\n")])
    first = first ?? document
    scenarios.append(document.scenario)
    warnings += document.warnings.map(\.description).filter { told.insert($0).inserted }
  }

  /// The digest of all texts, a line each.
  var digest: String { Digest.text(of: all.finalize()) }
}
