import ClusterModel
import Experiments
import Testing

@Suite("The columns of an outcome")
struct OutcomeColumnTests {
  /// An outcome in which every column has a value of its own.
  private var outcome: Outcome {
    var outcome = Outcome()
    for (index, column) in OutcomeColumn.all.enumerated() {
      let value = column.name == "is_complete" ? 1 : Double(index + 3)
      #expect(column.set(&outcome, value), "\(column.name)")
    }
    return outcome
  }

  @Test("are the whole of it: none of its values is at its start when all are set")
  func areWhole() {
    let (set, empty) = (Mirror(reflecting: outcome), Mirror(reflecting: Outcome()))
    for (here, there) in zip(set.children, empty.children) {
      #expect("\(here.value)" != "\(there.value)", "\(here.label ?? "")")
    }
    for state in TimeState.allCases { #expect(outcome.ledger[state] > 0) }
  }

  @Test("give an outcome back")
  func giveBack() {
    var copy = Outcome()
    for column in OutcomeColumn.all {
      #expect(column.set(&copy, column.value(outcome)))
    }
    #expect(copy == outcome)
    #expect(Set(OutcomeColumn.all.map(\.name)).count == OutcomeColumn.all.count)
  }

  @Test("take no value that is none of theirs")
  func takeNoOther() {
    var outcome = Outcome()
    for column in OutcomeColumn.all where column.name != "first_failure_seconds" {
      #expect(!column.set(&outcome, nil), "\(column.name)")
    }
    for column in OutcomeColumn.all where column.value(Outcome()) == 0 {
      let isTime = column.name.contains("seconds")
      #expect(column.set(&outcome, 0.5) == isTime, "\(column.name)")
    }
    let count = OutcomeColumn.all.first { $0.name == "failures" }
    #expect(count?.set(&outcome, 1e300) == false)
    #expect(count?.set(&outcome, .nan) == false)
  }
}
