import ScenarioFormat

/// Asks on the terminal for what the command line leaves open: the questions go to standard error,
/// one a line, with the value in brackets that Return takes.
struct Interview {
  /// The scenario with these answers, or what is wrong with them.
  let scenario: ([StarterQuestion: String]) throws(Failure) -> ScenarioDocument

  /// Asks every question that is not answered yet.
  ///
  /// - Parameter draft: the scenario with the answers that there are.
  /// - Throws: when the input ends before the last question.
  func complete(
    _ answers: [StarterQuestion: String], of draft: ScenarioDocument
  ) throws(Failure) -> ScenarioDocument {
    var (answers, draft) = (answers, draft)
    StandardError.write("Return takes what stands in brackets; Ctrl-C leaves nothing behind.\n")
    for question in StarterQuestion.all where answers[question] == nil {
      draft = try ask(question, &answers, draft)
    }
    return draft
  }

  /// Asks until the answer is right.
  private func ask(
    _ question: StarterQuestion, _ answers: inout [StarterQuestion: String],
    _ draft: ScenarioDocument
  ) throws(Failure) -> ScenarioDocument {
    let usual = question.value(in: draft) ?? question.rule ?? ""
    while true {
      StandardError.write("\(question.text) [\(usual)]: ")
      guard let line = readLine() else {
        StandardError.write("\n")
        throw Failure("the input ended before the last question: nothing is written", exitCode: 66)
      }
      let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      var attempt = answers
      if !answer.isEmpty { attempt[question] = answer }
      do {
        let draft = try scenario(attempt)
        answers = attempt
        return draft
      } catch {
        error.tell()
      }
    }
  }
}
