import Checkpointing
import ClusterModel
import Foundation
import Statistics
import Testing

@Suite("The speed of the job through the day")
struct ThroughputTests {
  typealias Exact = ExactTimelineTests
  static let day = 86_400.0

  /// A job whose saves cost nothing, 33 s down after each fault of the job.
  static func scenario(
    _ throughput: Throughput, horizon: Double, faults: [Double] = [],
    maintenance: Maintenance? = nil
  ) -> Scenario {
    var scenario = Exact.scenario(
      faults: faults, takesDown: .job, horizon: horizon, maintenance: maintenance)
    scenario.checkpoint = CheckpointPolicy(interval: 1e9, save: 0)
    scenario.throughput = throughput
    return scenario
  }

  /// Work from one instant to another at a speed that is constant within each hour of the run, at
  /// that of the middle of what is left of it.
  static func work(
    from start: Double, to end: Double, drift: Double, fresh: Double, diurnal: Double = 0
  ) -> Double {
    var (now, work) = (start, 0.0)
    while now < end {
      let next = ((now / 3600).rounded(.down) + 1) * 3600
      let days = ((now + next) / 2 - fresh) / day
      let turn = 2 * Double.pi / day
      let hour = next - 3600
      let cosine = (sin(turn * next) - sin(turn * hour)) / (turn * 3600)
      let speed = PortableMath.pow(1 - drift, days) * (1 - diurnal / 2 * (1 - cosine))
      work += (min(next, end) - now) * speed
      now = next
    }
    return work
  }

  @Test("The swing of a day takes half of its depth from a whole day, and more around noon")
  func diurnal() {
    let depth = 0.2
    for days in [1.0, 3] {
      let run = Exact.run(Self.scenario(Throughput(diurnal: depth), horizon: days * Self.day))
      Exact.expect(
        run,
        [
          .productive: days * Self.day * (1 - depth / 2), .degraded: days * Self.day * depth / 2,
        ])
    }
    // ∫ d (1 − cos 2πt) / 2 over the first six hours, and over the six around noon.
    let quarter = Self.day / 4
    let lost = depth / 2 * (quarter - Self.day / (2 * .pi))
    let early = Exact.run(Self.scenario(Throughput(diurnal: depth), horizon: quarter))
    Exact.expect(early, [.productive: quarter - lost, .degraded: lost])
    let upToNine = depth / 2 * (9 * 3600 - Self.day / (2 * .pi) * 0.5.squareRoot())
    let upToThree = depth / 2 * (15 * 3600 + Self.day / (2 * .pi) * 0.5.squareRoot())
    let nine = Exact.run(Self.scenario(Throughput(diurnal: depth), horizon: 9 * 3600))
    let three = Exact.run(Self.scenario(Throughput(diurnal: depth), horizon: 15 * 3600))
    let noon = three.ledger[.degraded] - nine.ledger[.degraded]
    #expect(abs(noon - (upToThree - upToNine)) < 1e-6)
  }

  @Test("The drift compounds with the days since the last start")
  func drift() {
    let drift = 0.1
    let run = Exact.run(Self.scenario(Throughput(driftPerDay: drift), horizon: Self.day))
    let work = Self.work(from: 0, to: Self.day, drift: drift, fresh: 0)
    Exact.expect(run, [.productive: work, .degraded: Self.day - work])
    // The steps of an hour are within 10⁻⁶ of the exponential that they stand for.
    let exact = Self.day * -drift / PortableMath.log1p(-drift)
    #expect(abs(work - exact) < 1e-6 * exact)
  }

  @Test("A restart begins the drift anew, within an hour too")
  func driftAndRestart() {
    let run = Exact.run(
      Self.scenario(Throughput(driftPerDay: 0.3), horizon: 20_000, faults: [10_000]))
    let lost = Self.work(from: 0, to: 10_000, drift: 0.3, fresh: 0)
    let work = Self.work(from: 10_033, to: 20_000, drift: 0.3, fresh: 10_033)
    Exact.expect(
      run,
      [
        .productive: work, .lostWork: lost, .degraded: 10_000 - lost + 9967 - work,
        .detection: 3, .diagnosis: 4, .restart: 20, .load: 6,
      ])
  }

  @Test("A refresh stops the job without loss after so much training, and begins the drift anew")
  func refresh() {
    let throughput = Throughput(driftPerDay: 0.3, refresh: 10_000, refreshTime: 500)
    let run = Exact.run(Self.scenario(throughput, horizon: 25_000))
    let first = Self.work(from: 0, to: 10_000, drift: 0.3, fresh: 0)
    let second = Self.work(from: 10_500, to: 20_500, drift: 0.3, fresh: 10_500)
    let third = Self.work(from: 21_000, to: 25_000, drift: 0.3, fresh: 21_000)
    let work = first + second + third
    Exact.expect(run, [.productive: work, .degraded: 24_000 - work, .planned: 1000])
    #expect(run.plannedInterruptions == 2 && run.unexpectedInterruptions == 0)
  }

  @Test("A restart puts the refresh off, and so does planned maintenance")
  func refreshAfterRestart() {
    // Back at 8033: refreshed at 18,033, until 18,533.
    let throughput = Throughput(refresh: 10_000, refreshTime: 500)
    let run = Exact.run(Self.scenario(throughput, horizon: 20_000, faults: [8000]))
    Exact.expect(
      run,
      [
        .productive: 11_467, .lostWork: 8000, .planned: 500, .detection: 3, .diagnosis: 4,
        .restart: 20, .load: 6,
      ])
    let plan = Maintenance(every: 1e6, first: 8000, downtime: 100)
    let planned = Exact.run(Self.scenario(throughput, horizon: 19_000, maintenance: plan))
    Exact.expect(planned, [.productive: 18_400, .planned: 100 + 500])
  }

  @Test("A refresh does not serve the maintenance that falls due in it")
  func maintenanceInRefresh() {
    // Refreshed from 10,000 to 10,500; what falls due at its begin, within it or at its end is down
    // from then on.
    let throughput = Throughput(refresh: 10_000, refreshTime: 500)
    for due in [10_000.5, 10_200, 10_500] {
      let plan = Maintenance(every: 1e6, first: due, downtime: 100)
      let run = Exact.run(Self.scenario(throughput, horizon: 15_000, maintenance: plan))
      Exact.expect(run, [.productive: 14_400, .planned: 500 + 100])
      #expect(run.plannedInterruptions == 2)
    }
  }

  @Test("Maintenance serves the refresh that would fall due in it, and its own successor")
  func refreshInMaintenance() {
    // Down from 9900 to 10,100, where a second one of another 200 falls due at 10,050: fresh until
    // 20,100.
    let throughput = Throughput(refresh: 10_000, refreshTime: 500)
    let plan = Maintenance(every: 150, first: 9900, downtime: 200)
    let run = Exact.run(Self.scenario(throughput, horizon: 10_190, maintenance: plan))
    Exact.expect(run, [.productive: 9990, .planned: 200])
    let single = Maintenance(every: 1e6, first: 9900, downtime: 200)
    for (horizon, refreshed) in [(20_100.0, 0.0), (20_700, 500)] {
      let run = Exact.run(Self.scenario(throughput, horizon: horizon, maintenance: single))
      Exact.expect(run, [.productive: horizon - 200 - refreshed, .planned: 200 + refreshed])
    }
  }

  @Test("A stop for either that the other falls due in serves both, for the time of maintenance")
  func refreshAndMaintenance() {
    // Stops at 10,000 for the one, saves until 10,010, and meanwhile the other falls due.
    for (refresh, first) in [(10_000.0, 10_005.0), (10_005, 10_000)] {
      let plan = Maintenance(every: 1e6, first: first, downtime: 100)
      var scenario = Self.scenario(
        Throughput(refresh: refresh, refreshTime: 500), horizon: 12_000, maintenance: plan)
      scenario.checkpoint = CheckpointPolicy(interval: 1e9, save: 10)
      let run = Exact.run(scenario)
      Exact.expect(run, [.productive: 11_890, .checkpointSave: 10, .planned: 100])
      #expect(run.plannedInterruptions == 1)
    }
  }

  @Test("Power is held down after a start that follows a failure, not after others")
  func ramp() {
    let throughput = Throughput(ramp: PowerRamp(speed: 0.5, time: 100))
    let plan = Maintenance(every: 1e6, first: 300, downtime: 50)
    // Back at 83, at half the speed until 183; down as planned from 300 to 350.
    let run = Exact.run(
      Self.scenario(throughput, horizon: 400, faults: [50], maintenance: plan))
    Exact.expect(
      run,
      [
        .productive: 50 + 117 + 50, .lostWork: 50, .degraded: 50, .planned: 50, .detection: 3,
        .diagnosis: 4, .restart: 20, .load: 6,
      ])
  }

  @Test("Speeds multiply: the day, the ramp, a missed replica")
  func together() {
    // Stalled from 50 to 62, back at 99; three quarters, then half of the speed until 112.
    let scenario = ElasticTimeline.scenario(
      [ElasticTimeline.fault(at: [50])], horizon: 100,
      throughput: Throughput(diurnal: 0.2, ramp: PowerRamp(speed: 0.5, time: 50)))
    // The mean of the first hour.
    let hour = Self.work(from: 0, to: 3600, drift: 0, fresh: 0, diurnal: 0.2) / 3600
    let work = hour * (50 + 37 * 0.375 + 0.5)
    Exact.expect(
      Exact.run(scenario), [.productive: work, .degraded: 88 - work, .restart: 12])
  }
}
