import Testing

@testable import ClusterModel

@Suite("A table that costs what it holds")
struct SparseTableTests {
  @Test("It holds what was set, through growth and clearing", arguments: [1, 64, 4096])
  func holds(stride: Int) {
    var table = SparseTable<Int32>(placeholder: -1)
    for round in 0..<3 as Range<Int32> {
      for key in 0..<5000 { table.set(key * stride, to: Int32(key) + round) }
      #expect(table.count == 5000)
      for key in 0..<5000 where table[key * stride] != Int32(key) + round {
        Issue.record("the key \(key * stride) has \(String(describing: table[key * stride]))")
      }
      let absent = table[5000 * stride]
      #expect(absent == nil)
      table.removeAll()
      let cleared = table[0]
      #expect(cleared == nil && table.count == 0)
    }
  }
}

@Suite("Where the nodes are")
struct NodeInventoryTests {
  @Test("The spare that has waited longest is taken first, also after it broke")
  func firstComeFirstServed() {
    var inventory = NodeInventory(
      cluster: Cluster(nodes: 3, spareNodes: 3), job: Job(nodes: 3))
    // Spares 3, 4, 5: 3 breaks and comes back, so it waits behind 4 and 5.
    inventory.sendToRepair(3, route: 0, at: 1)
    inventory.returnFromRepair(3, at: 2)
    for node in 0..<3 { inventory.sendToRepair(node, route: 0, at: 3) }
    let taken = (0..<3).map { _ in inventory.takeSpare(at: 4) ?? -1 }
    #expect(taken == [4, 5, 3])
    // 0, 1 and 2 return in another order; 1 breaks again and returns last.
    for node in [1, 2, 0] { inventory.returnFromRepair(node, at: 5) }
    inventory.sendToRepair(1, route: 0, at: 6)
    inventory.returnFromRepair(1, at: 7)
    for node in [4, 5, 3] { inventory.sendToRepair(node, route: 0, at: 8) }
    let again = (0..<3).map { _ in inventory.takeSpare(at: 9) ?? -1 }
    #expect(again == [2, 0, 1])
    let members = (0..<3).map { inventory.member(atSeat: $0) }
    #expect(members.sorted() == [0, 1, 2])
  }
}
