import ScenarioFormat
import Testing

@testable import Reporting

/// What is said of a small scenario with these members, on one line.
private func check(
  _ members: String, cluster: String = "", lifetime: String = #""exponential", "mean": "1000d""#,
  fault: String = "", horizon: String = "10d"
) throws -> String {
  let text = """
    {"name": "a", "horizon": "\(horizon)", "cluster": {"nodes": 100, "spare_nodes": 8\(cluster)},
     "faults": [
       {"name": "gpu", "title": "GPU", "per": "gpu", "lifetime": {"distribution": \(lifetime)}\(fault)},
       {"name": "bug", "per": "job", "lifetime": {"distribution": "exponential", "mean": "9d"}}]
     \(members)}
    """
  let document = try ScenarioReader.read(ScenarioSource(name: "x.json", bytes: Array(text.utf8)))
  return CheckReport(document).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Suite("What a scenario means in plain words") struct CheckReportTests {
  @Test("It says nothing of what is not there")
  func isSilent() throws {
    let text = try check("")
    let words = [
      "lemons", "multiplier", "burst", "Left out", " old", "tested", "ready", "own rack",
    ]
    for word in words {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("Lemons and frailty are told with their mean, and count in the rates")
  func tellsLemons() throws {
    let lemons = try check(#", "lemons": {"fraction": 0.012, "multiplier": 20}"#)
    #expect(
      lemons.contains(
        "1.2 % of nodes are lemons, struck 20 times as often (GPU): a mean multiplier of 1.23."))
    // 800 GPUs in 1,000 days: 8 faults in 10 days, 9.824 with the lemons; 1.1 bugs.
    #expect(try check("").contains("GPU 2.74 years") && lemons.contains("GPU 2.23 years"))
    #expect(lemons.contains("Left out of that: repairs that take frail nodes out of the job."))
    let frailty = try check(#", "frailty": {"variance": 6.25}"#)
    #expect(
      frailty.contains(
        "Each node has a multiplier of its rates (GPU), of mean 1 and standard deviation 2.50."))
  }

  @Test("Ages, burn-in, warm spares and the scale are told")
  func tellsCluster() throws {
    let text = try check(
      "",
      cluster: #"""
        , "installed": [{"nodes": 50, "age": "2y"}, {"nodes": 1, "age": "30d"}], "burn_in": "2d",
        "spare_activation": "5min", "warm_spares": 3,
        "scale": {"rate_exponent": 1, "over_gpus": 400}
        """#)
    #expect(text.contains("8 spares, powered (3 kept ready)."))
    #expect(
      text.contains(
        "At the start 50 nodes are 2 years old and 1 node is 30 d old; every new node was tested for "
          + "2 d."))
    #expect(text.contains("With 800 GPUs, more than 400, rates are 2 times as given."))
    let small = try check("", cluster: #", "scale": {"rate_exponent": 1, "over_gpus": 800}"#)
    #expect(small.contains("as given up to 800 GPUs, which the cluster does not exceed."))
  }

  @Test("Bursts and schedules are told, and count in the rates")
  func tellsCourse() throws {
    let text = try check(
      "",
      fault: #", "bursts": {"mean_size": 2.5}, "schedule": [{"from": "5d", "factor": 3}]"#)
    #expect(text.contains("The rates count all faults of bursts, on average 2.50 of GPU."))
    #expect(text.contains("The rate of GPU may change with age or time"))
    // A mean factor of 2: one in 1,000 d / (2 · 2.5).
    #expect(text.contains("GPU 200 d"))
    #expect(
      text.contains(
        "Left out of that: faults of a burst that come at once and rates that change in the run."
      ))
  }

  @Test("A job on whole racks is told by them, and so are spares of a rack and false fixes")
  func tellsPlacement() throws {
    let text = try check(
      #"""
      , "job": {"placement": {"nodes_of_rack": 16}},
      "repair": {"routes": {"r": [{"stage": "s", "time": "3d", "false_fix": 0.1}]}}
      """#,
      cluster: #", "nodes_per_rack": 18"#, fault: #", "repair": "r""#)
    #expect(text.contains("The job trains on 16 nodes of each of 5 racks (640 GPUs)"))
    #expect(text.contains("Some of them only serve their own rack, which that leaves out."))
    #expect(
      text.contains(
        "Left out of that: nodes that come back unfixed and racks that leave the job for one node."
      ))
  }
}
