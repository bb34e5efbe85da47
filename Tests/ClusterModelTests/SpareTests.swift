import Checkpointing
import Statistics
import Testing

@testable import ClusterModel

@Suite("Which spare the job takes, and how long that takes")
struct SpareTests {
  @Test("Spares are activated together, before the swap")
  func activation() {
    // Two nodes are lost at 50 and 52: both spares take 30 s from 57 on, then 7 s to swap.
    var scenario = ExactTimelineTests.scenario(faults: [50, 52], spares: 2, horizon: 200)
    scenario.cluster.spareActivation = .constant(30)
    ExactTimelineTests.expect(
      ExactTimelineTests.run(scenario),
      [
        .lostWork: 50, .detection: 3, .diagnosis: 4, .replacement: 30 + 7, .restart: 20, .load: 6,
        .productive: 80,
      ])
  }

  @Test("Spares are activated while the job starves, and a node from repair is up already")
  func activationInStarvation() {
    // Two nodes are lost at 50 and there is one spare, called at 57. The first node is back at 350.
    func run(activation: Double) -> Outcome {
      var scenario = ExactTimelineTests.scenario(faults: [50, 50], spares: 1, horizon: 1000)
      scenario.checkpoint.interval = 2000
      scenario.cluster.spareActivation = .constant(activation)
      return ExactTimelineTests.run(scenario)
    }
    for (activation, replacement) in [(200.0, 7.0), (293, 7), (300, 7 + 7)] {
      ExactTimelineTests.expect(
        run(activation: activation),
        [
          .lostWork: 50, .detection: 3, .diagnosis: 4, .starved: 293, .replacement: replacement,
          .restart: 20, .load: 6, .productive: 1000 - 350 - replacement - 26,
        ])
    }
  }

  @Test(
    "The job takes the spare that has waited longest, or the one that broke least often",
    arguments: [(Job.SpareChoice.longestWaiting, [0, 1]), (.fewestFailures, [1, 0])])
  func choice(choice: Job.SpareChoice, taken: [Int]) {
    var inventory = NodeInventory(
      cluster: Cluster(nodes: 1, spareNodes: 2), job: Job(nodes: 1, spareChoice: choice))
    // Node 0 breaks twice and is back before node 1, which breaks once.
    inventory.sendToRepair(0, route: 0, at: 1)
    #expect(inventory.takeSpare(at: 1) == 1)
    inventory.returnFromRepair(0, at: 2)
    inventory.sendToRepair(0, route: 0, at: 3)
    inventory.returnFromRepair(0, at: 4)
    inventory.sendToRepair(1, route: 0, at: 5)
    #expect(inventory.takeSpare(at: 5) == 2)
    inventory.returnFromRepair(1, at: 6)
    for node in taken {
      inventory.sendToRepair(node == taken[0] ? 2 : taken[0], route: 0, at: 7)
      #expect(inventory.takeSpare(at: 7) == node)
    }
    #expect(inventory.takeSpare(at: 8) == nil)
  }

  @Test("Of spares that broke as often the job takes the one that has waited longest")
  func choiceAmongEquals() {
    var inventory = NodeInventory(
      cluster: Cluster(nodes: 6), job: Job(nodes: 6, spareChoice: .fewestFailures))
    for node in 0..<6 { inventory.sendToRepair(node, route: 0, at: 1) }
    for node in [3, 5, 0, 1, 4, 2] { inventory.returnFromRepair(node, at: 2) }
    // Node 5 breaks again: its old turn is void, and it comes last.
    inventory.sendToRepair(5, route: 0, at: 3)
    inventory.returnFromRepair(5, at: 4)
    #expect((0..<6).map { _ in inventory.takeSpare(at: 5) } == [3, 0, 1, 4, 2, 5])
  }
}
