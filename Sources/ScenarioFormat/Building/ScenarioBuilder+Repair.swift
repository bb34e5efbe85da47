import ClusterModel
import Statistics

extension ScenarioBuilder {
  /// What holds for the repair of all nodes.
  mutating func repair(_ object: CheckedObject) throws(AlreadyTold) -> RepairPolicy {
    var policy = RepairPolicy()
    for (name, checked) in try object.named("crews") {
      policy.crews.append(try crew(checked, name: name))
    }
    if object.has("retire") {
      let rule = try object.object("retire")
      policy.retirement = RepairPolicy.Retirement(
        failures: try rule.count("failures"), within: try rule.seconds("within"))
    }
    if object.has("restock") {
      policy.restock = try law(try object.object("restock").member("lead_time"))
    }
    policy.returnsMultiplier = try object.number("returns_multiplier")
    return policy
  }

  private mutating func crew(
    _ checked: Checked, name: String
  ) throws(AlreadyTold) -> RepairCrew {
    if case .count(let size) = checked.value { return RepairCrew(name: name, size: size) }
    let object = try checked.object()
    let hours = object.has("hours") ? try hours(try object.object("hours")) : nil
    return RepairCrew(name: name, size: try object.count("size"), hours: hours)
  }

  private mutating func hours(_ object: CheckedObject) throws(AlreadyTold) -> WorkingHours {
    var days: Set<WorkingHours.Day> = []
    for element in try object.list("days") {
      guard let day = WorkingHours.Day(rawValue: try element.text()) else { throw AlreadyTold() }
      guard days.insert(day).inserted else {
        throw fail(element.place, "\(quoted(day.rawValue)) is given twice")
      }
    }
    let (from, to) = (try object.seconds("from"), try object.seconds("to"))
    guard from < to else {
      throw fail(object.place(of: "to"), "must be later than from, on the same day")
    }
    return WorkingHours(days: days, from: from, to: to)
  }

  /// The routes; `crews` are those that stages can name, nil if they have a problem.
  mutating func routes(
    _ object: CheckedObject, crews: [RepairCrew]?
  ) throws(AlreadyTold) -> [RepairRoute] {
    var routes: [RepairRoute] = []
    for (name, checked) in try object.named("routes") {
      var stages: [RepairRoute.Stage] = []
      for element in try checked.list() {
        stages.append(try stage(try element.object(), crews: crews))
      }
      routes.append(RepairRoute(name: name, stages: stages))
    }
    if object.given.contains("returns_multiplier"), !routes.contains(where: \.canFailToFix) {
      problems.warning(
        object.place(of: "returns_multiplier"),
        "no stage has a false_fix: nothing comes back that is not fixed")
    }
    return routes
  }

  private mutating func stage(
    _ object: CheckedObject, crews: [RepairCrew]?
  ) throws(AlreadyTold) -> RepairRoute.Stage {
    RepairRoute.Stage(
      name: try object.text("stage"), time: try law(try object.member("time")),
      fixes: try object.number("fixes"), crew: try crew(of: object, among: crews),
      falseFix: try object.number("false_fix"))
  }

  private mutating func crew(
    of stage: CheckedObject, among crews: [RepairCrew]?
  ) throws(AlreadyTold) -> Int? {
    guard stage.has("crew"), let crews else { return nil }
    let name = try stage.text("crew")
    if let index = crews.firstIndex(where: { $0.name == name }) { return index }
    throw fail(
      stage.place(of: "crew"),
      "there is no crew \(quoted(name))"
        + Spelling.suggestion(for: name, among: crews.map(\.name)))
  }
}

extension RepairRoute {
  /// Whether a node may come back called fixed that is not.
  var canFailToFix: Bool { stages.contains { $0.falseFix > 0 } }
}
