import ClusterModel
import Statistics

extension ScenarioBuilder {
  /// What follows an interruption.
  mutating func recovery(_ top: CheckedObject, _ job: JobSize?) throws(AlreadyTold) -> Recovery {
    let object = try top.object("recovery")
    // Problems of one part do not hide those of the other.
    let policy = try? policy(object, job)
    var recovery = try steps(object, job)
    guard let policy else { throw AlreadyTold() }
    recovery.policy = policy
    return recovery
  }

  private mutating func steps(
    _ object: CheckedObject, _ job: JobSize?
  ) throws(AlreadyTold) -> Recovery {
    let detect = try object.object("detect")
    return Recovery(
      detectCrash: try law(try detect.member("crash")),
      detectHang: try law(try detect.member("hang")),
      detectSlow: try law(try detect.member("slow")),
      detectCorrupt: try law(try detect.member("corrupt")),
      diagnose: try law(try object.object("diagnose").member("time")),
      misdiagnosis: try misdiagnosis(try object.object("diagnose")),
      swap: try law(try object.member("swap")),
      restart: try restart(try object.member("restart"), job),
      restartFails: try object.number("restart_fails"),
      image: try lawOrTransfer(try object.member("image"), job),
      isExposed: try object.boolean("exposed"),
      healthCheck: try healthCheck(object))
  }

  private mutating func misdiagnosis(_ object: CheckedObject) throws(AlreadyTold) -> Misdiagnosis {
    let (missed, wrong) = (try object.number("missed"), try object.number("wrong"))
    // Decimal fractions that add up to 1 need not do so in binary.
    guard missed + wrong <= 1 + 4 * 1.0.ulp else {
      let sum = NumberText.nineDigits(missed + wrong) ?? ""
      throw fail(object.place(of: "wrong"), "missed and wrong together are at most 1, not \(sum)")
    }
    return Misdiagnosis(
      missed: missed, wrong: min(wrong, 1 - missed), recurs: try law(try object.member("recurs")))
  }

  private mutating func healthCheck(_ recovery: CheckedObject) throws(AlreadyTold) -> HealthCheck? {
    guard recovery.has("health_checks") else { return nil }
    let object = try recovery.object("health_checks")
    return HealthCheck(
      time: try law(try object.member("time")), finds: try object.number("finds"))
  }

  /// The law of a restart, or a time that grows with the job.
  mutating func restart(_ checked: Checked, _ job: JobSize?) throws(AlreadyTold) -> Lifetime {
    guard case .object(let object) = checked.value, object.variant == nil else {
      return try law(checked)
    }
    let (base, perGPU) = (try object.seconds("base"), try object.seconds("per_gpu"))
    guard let job else { throw AlreadyTold() }
    return .deterministic(Deterministic(value: base + perGPU * Double(job.gpus)))
  }
}
