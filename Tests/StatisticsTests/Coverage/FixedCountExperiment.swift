import Statistics

/// Intervals of the mean of a given number of values of a law.
struct FixedCountExperiment {
  let law: OutputLaw
  let count: Int

  /// The coverage of each interval in so many experiments, on the same samples.
  func coverage(of intervals: [MeanInterval], experiments: Int) -> [Coverage] {
    let (law, count) = (law, count)
    let name = StreamIdentifier("coverage/\(law.name)").numbered(count)
    let results = inOrder(experiments) { number in
      var stream = RandomStream(seed: 1, replication: number, stream: name)
      let values = (0..<count).map { _ in law.sample(&stream) }
      return ([.student] + intervals).compactMap { Summary(values, interval: $0)?.interval95 }
    }
    return intervals.indices.map { index in
      results.reduce(into: Coverage()) { coverage, found in
        coverage.add(found[index + 1], student: found[0], mean: law.mean)
      }
    }
  }

  /// The line of the table in Documentation/Intervals.md.
  func line(experiments: Int) -> String {
    let cells = coverage(of: [.student, .hall, .bootstrap], experiments: experiments)
    let texts = [cells[0].text, cells[1].textWithWidth, cells[2].textWithWidth]
    return "| \(law.name) | \(count) | \(texts.joined(separator: " | ")) |"
  }
}
