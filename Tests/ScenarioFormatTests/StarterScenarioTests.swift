import ClusterModel
import Testing

@testable import ScenarioFormat

@Suite("The starter scenario") struct StarterScenarioTests {
  private static let span = 54.0 * 86400

  /// Expected failures of a class in 54 days, if every instance is renewed at once.
  private func expected(_ name: String, _ scenario: Scenario) throws -> Double {
    let fault = try #require(scenario.faults.first { $0.name == name })
    guard case .lifetime(let law) = fault.process else { return .nan }
    let cluster = scenario.cluster
    let units =
      switch fault.per {
      case .gpu: cluster.nodes * cluster.gpusPerNode
      case .node: cluster.nodes
      case .rack: cluster.nodes / cluster.nodesPerRack
      default: 1
      }
    return Double(units * fault.count) * Self.span / law.mean
  }

  @Test("It is read without a warning, and so is what is written of it")
  func isRead() throws {
    let document = try StarterScenario.document()
    #expect(document.warnings.isEmpty)
    #expect(try read(document.canonical.text()).scenario == document.scenario)
  }

  /// Counts of Llama 3's Table 5, as `StarterScenario.text` groups them.
  static let counts = [
    ("gpu", 148.0), ("hbm", 72), ("gpu_other", 48), ("host", 21), ("host_maintenance", 32),
    ("network", 35), ("software_bug", 56), ("nccl_watchdog", 7),
  ]

  // The rates of the text are rounded to two digits, which moves none of them by more than 1 %.
  @Test("On Llama 3's 2,048 nodes each class fails as often as Meta observed", arguments: counts)
  func matchesLlama3(name: String, observed: Double) throws {
    let scenario = try StarterScenario.document(answering: [.nodes: "2048"]).scenario
    #expect(scenario.faults.map(\.name) == Self.counts.map(\.0))
    #expect(try abs(expected(name, scenario) / observed - 1) <= 0.01)
  }

  @Test("On fewer nodes hardware fails in proportion, the software as often")
  func scales() throws {
    let large = try StarterScenario.document(answering: [.nodes: "2048"]).scenario
    let small = try StarterScenario.document(answering: [.nodes: "64"]).scenario
    for fault in small.faults {
      let ratio = try expected(fault.name, small) / expected(fault.name, large)
      #expect(abs(ratio - (fault.per == .job ? 1 : 1.0 / 32)) <= 1e-12)
    }
  }

  @Test("Every answer is where its question says, and nothing else changes")
  func takesAnswers() throws {
    let answers: [StarterQuestion: String] = [
      .name: "lab", .accelerator: "B200", .nodes: "18", .gpusPerNode: "4", .spareNodes: "2",
      .horizon: "90d", .interval: "10min", .save: "5s", .price: "3.25",
    ]
    #expect(answers.count == StarterQuestion.all.count)
    for (question, answer) in answers {
      let changed = try StarterScenario.document(answering: [question: answer])
      #expect(question.value(in: changed) == answer)
      for other in StarterQuestion.all where other != question && other != .spareNodes {
        #expect(try other.value(in: changed) == other.value(in: StarterScenario.document()))
      }
    }
    let scenario = try StarterScenario.document(answering: answers).scenario
    #expect(
      scenario.cluster
        == Cluster(
          accelerator: "B200", nodes: 18, gpusPerNode: 4, nodesPerRack: 2, spareNodes: 2))
    #expect(scenario.horizon == 90 * 86400 && scenario.cost == Cost(gpuHour: 3.25))
    #expect(scenario.checkpoint.interval == 600 && scenario.checkpoint.save == 5)
  }

  @Test(
    "Spares are 3 % of the nodes, rounded up, if they are not chosen",
    arguments: [("1", 1), ("33", 1), ("34", 2), ("128", 4), ("2048", 62), ("1e3", 30)])
  func choosesSpares(nodes: String, spares: Int) throws {
    let document = try StarterScenario.document(answering: [.nodes: nodes])
    #expect(document.scenario.cluster.spareNodes == spares && document.warnings.isEmpty)
  }

  @Test("Only a price brings costs in")
  func leavesCostsOut() throws {
    #expect(try StarterScenario.document().scenario.cost == nil)
    #expect(try StarterScenario.document(answering: [.price: "0"]).scenario.cost?.gpuHour == 0)
  }

  @Test("A name that looks like another JSON value is a name", arguments: ["2026", "null", "true"])
  func takesNames(name: String) throws {
    #expect(try StarterScenario.document(answering: [.name: name]).name == name)
  }

  /// Questions, answers that are wrong, and what the message says.
  static let mistakes: [(StarterQuestion, String, String)] = [
    (.name, "../../x", #"NAME ../../x: /name: must be a name of 1 to 64 letters"#),
    (.name, "", "NAME : /name: must be a name of 1 to 64 letters"),
    (.name, "=cmd()", "NAME =cmd(): /name: must be a name of 1 to 64 letters"),
    (.name, ".hidden", "NAME .hidden: /name: must be a name of 1 to 64 letters"),
    (.name, String(repeating: "a", count: 65), "/name: must be a name of 1 to 64 letters"),
    (.accelerator, "H\u{1B}[31m", "/cluster/accelerator: must be one line"),
    (.nodes, "many", #"--nodes many: /cluster/nodes: must be a whole number between 1 and"#),
    (.nodes, "0", "--nodes 0: /cluster/nodes: must be a whole number between 1 and"),
    (.nodes, "null", "--nodes \\\"null\\\": /cluster/nodes: must be a whole number between 1 and"),
    (.nodes, "1e400", "/cluster/nodes: must be a whole number between 1 and"),
    (.spareNodes, "1.5", "--spare-nodes 1.5: /cluster/spare_nodes: must be a whole number"),
    (.horizon, "30", #"--horizon 30: /horizon: "30" has no unit; write "30h" or "30d""#),
    (.interval, "30 m", #"--interval 30 m: /checkpoint/interval: "30 m" has the unknown unit"#),
    (.save, "-1s", "--save -1s: /checkpoint/save: "),
    (.price, "2.5 EUR", "--price 2.5 EUR: /cost/gpu_hour: "),
  ]

  @Test("A wrong answer is told in one line that names its option", arguments: mistakes)
  func tellsMistakes(question: StarterQuestion, answer: String, message: String) throws {
    do {
      _ = try StarterScenario.document(answering: [question: answer])
      Issue.record("\(question.option) \(answer) was taken")
    } catch {
      #expect(error.count == 1 && error.description.contains(message))
      #expect(!error.description.contains("\n"))
    }
  }
}
