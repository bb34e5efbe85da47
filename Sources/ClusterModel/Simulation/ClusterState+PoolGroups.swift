import Statistics

/// Pools of classes in whose hazard nodes differ.
///
/// Candidates come at the rate of the greatest multiplier of each group of nodes; one at a node whose
/// multiplier is less is rejected by the ratio of the two. Of what is renewed it then leaves the pool,
/// with its own multiplier: so each instance is rejected at most once, however steep its hazard.
extension ClusterState {
  /// Puts a pool back to the start, with the groups that were drawn for this replication.
  mutating func resetGroups(ofPool number: Int) {
    let instancesOnNode = sources[Int(pools[number].source)].instancesOnNode
    var weight = 0.0
    for bin in 0..<multipliers.groupsOfCohort {
      let group = multipliers.group(bin, ofCohort: Int(pools[number].cohort))
      instancesInGroup[pools[number].firstGroup + bin] = group.nodes * instancesOnNode
      weight += group.bound * Double(group.nodes * instancesOnNode)
    }
    pools[number].reset(weight: weight)
  }

  /// Draws the instance that fails, or is rejected as its multiplier is less than its group's
  /// greatest one.
  @inline(never)
  mutating func chooseGroupedInstance(of number: Int) -> Candidate {
    let index = Int(pools[number].source)
    let cohort = Int(pools[number].cohort)
    let bin = chooseGroup(of: number)
    let group = multipliers.group(bin, ofCohort: cohort)
    let onNode = sources[index].instancesOnNode
    let isDepleted = sources[index].kind == .renewing
    while true {
      let (place, instanceOnNode) = sources[index].choose(among: group.nodes * onNode)
        .quotientAndRemainder(dividingBy: onNode)
      let node = multipliers.node(place, ofGroup: bin, cohort: cohort)
      let instance = node * onNode + instanceOnNode
      if isDepleted, departed[sources[index].offset + instance] != nil { continue }
      let multiplier = multipliers.multiplier(of: node, bin: bin)
      let fails = multiplier >= group.bound || sources[index].chance() * group.bound < multiplier
      if isDepleted { instancesInGroup[pools[number].firstGroup + bin] -= 1 }
      return Candidate(
        instance: instance, multiplier: multiplier, bound: group.bound, fails: fails)
    }
  }

  /// Draws one of the groups, by the instances that are left in them and their multipliers.
  private mutating func chooseGroup(of number: Int) -> Int {
    let cohort = Int(pools[number].cohort)
    let weights = { (state: borrowing ClusterState, bin: Int) in
      state.multipliers.group(bin, ofCohort: cohort).bound
        * Double(state.instancesInGroup[state.pools[number].firstGroup + bin])
    }
    var total = 0.0
    for bin in 0..<multipliers.groupsOfCohort { total += weights(self, bin) }
    var luck = total * sources[Int(pools[number].source)].chance()
    var chosen = 0
    for bin in 0..<multipliers.groupsOfCohort {
      let weight = weights(self, bin)
      guard weight > 0 else { continue }
      chosen = bin
      if luck < weight { break }
      luck -= weight
    }
    return chosen
  }
}
