/// The command line as manifests and records tell it.
enum CommandWords {
  /// The words without those that say which part is done, or that it was begun before: so the
  /// command gives the whole result.
  static func ofWholeResult(_ words: [String]) -> [String] {
    var rest = words[...]
    var kept: [String] = []
    while let word = rest.popFirst() {
      switch word {
      case "--resume": continue
      case "--shard": rest = rest.dropFirst()
      case _ where word.hasPrefix("--shard="): continue
      default: kept.append(word)
      }
    }
    return kept
  }
}
