import ArgumentParser
import Experiments

/// What `--shard` says: a part, or where to find which one it is.
enum ShardChoice: ExpressibleByArgument {
  case given(Shard)
  /// From the environment of a job array; the number of parts too, unless it is given.
  case automatic(count: Int?)

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic(count: nil)
    } else if argument.hasPrefix("auto/"), let count = Int(argument.dropFirst(5)),
      Shard(index: 1, count: count) != nil
    {
      self = .automatic(count: count)
    } else if let shard = Shard(argument) {
      self = .given(shard)
    } else {
      return nil
    }
  }

  /// The part that this process is to simulate.
  func shard(environment: (String) -> String?) throws(Failure) -> Shard {
    switch self {
    case .given(let shard): return shard
    case .automatic(let count):
      if environment("SLURM_ARRAY_TASK_ID") != nil { return try Self.slurm(count, environment) }
      if let text = environment("JOB_COMPLETION_INDEX") {
        return try Self.kubernetes(text, count)
      }
      throw Failure(
        "--shard auto: neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set;"
          + " write --shard 1/4", exitCode: 64)
    }
  }

  /// The tasks of an array that is numbered evenly, in the order of their numbers.
  private static func slurm(
    _ given: Int?, _ environment: (String) -> String?
  ) throws(Failure) -> Shard {
    func number(_ name: String) -> Int? {
      let number = environment("SLURM_ARRAY_TASK_\(name)").flatMap { Int($0) }
      // Slurm's are small; so no difference of two overflows.
      return number.flatMap { 0...Int(Int32.max) ~= $0 ? $0 : nil }
    }
    guard let task = number("ID"), let first = number("MIN"), let count = number("COUNT"),
      let last = number("MAX"), task >= first, last >= first, count > 0
    else {
      throw Failure(
        "--shard auto: SLURM_ARRAY_TASK_ID, _MIN, _MAX and _COUNT are not all numbers of a job array",
        exitCode: 64)
    }
    let step = count > 1 ? (last - first) / (count - 1) : 1
    // One task, or tasks with gaps, may be those of an array that are run again.
    let isWhole = given.map { $0 == count } ?? (count > 1) && (step == 1 || step == number("STEP"))
    guard step > 0, (count - 1) * step == last - first, (task - first) % step == 0, isWhole,
      let shard = Shard(index: (task - first) / step + 1, count: count)
    else {
      throw Failure(
        "--shard auto: the job array is not a whole, evenly numbered one; to run a part of it again"
          + " say which it is, such as --shard 2/4", exitCode: 64)
    }
    return shard
  }

  /// The pods of an Indexed Job count from 0; how many there are they are not told.
  private static func kubernetes(_ text: String, _ count: Int?) throws(Failure) -> Shard {
    guard let count else {
      throw Failure(
        "--shard auto: JOB_COMPLETION_INDEX says which part, but not of how many;"
          + " write --shard auto/4", exitCode: 64)
    }
    guard let index = Int(text), 0..<count ~= index,
      let shard = Shard(index: index + 1, count: count)
    else {
      throw Failure(
        "--shard auto/\(count): JOB_COMPLETION_INDEX is \(text), not between 0 and \(count - 1)",
        exitCode: 64)
    }
    return shard
  }
}
