/// A first scenario to edit: complete, with the field's figures where its author has none yet.
public enum StarterScenario {
  /// Spare nodes for each node of the job, where they are not chosen.
  private static let spareShare = 0.03

  /// The scenario with these values chosen and the starter's own for the others.
  ///
  /// Its `canonical` is the text to write.
  ///
  /// - Throws: what is wrong with the answers; messages name their options.
  public static func document(
    answering answers: [StarterQuestion: String] = [:]
  ) throws(ScenarioProblems) -> ScenarioDocument {
    let draft = try read(answers)
    guard answers[.spareNodes] == nil else { return draft }
    let spares = (spareShare * Double(draft.scenario.cluster.nodes)).rounded(.up)
    return try read(answers.merging([.spareNodes: String(Int(spares))]) { $1 })
  }

  private static func read(
    _ answers: [StarterQuestion: String]
  ) throws(ScenarioProblems) -> ScenarioDocument {
    let settings = StarterQuestion.all.compactMap { question in
      answers[question].map(question.setting)
    }
    let source = ScenarioSource(name: "starter scenario", bytes: Array(text.utf8))
    return try ScenarioReader.read(source, settings: settings)
  }
}
