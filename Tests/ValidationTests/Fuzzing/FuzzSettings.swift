import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much the tests with random inputs do: little by default, more as the environment says.
enum FuzzSettings {
  /// Damaged scenarios to read: `CLUSTERSIM_FUZZ_INPUTS`.
  static let inputs = number("CLUSTERSIM_FUZZ_INPUTS") ?? 20_000
  /// Random scenarios to run: `CLUSTERSIM_RANDOM_SCENARIOS`.
  static let scenarios = number("CLUSTERSIM_RANDOM_SCENARIOS") ?? 300
  /// Whether peak memory is that of the damaged scenarios: then nothing else was run beside them.
  static let measuresMemory = number("CLUSTERSIM_FUZZ_INPUTS") != nil
  /// The one case to repeat, if any: `CLUSTERSIM_FUZZ_CASE=SEED:ROUND`.
  static let only: FuzzCase? = text("CLUSTERSIM_FUZZ_CASE").flatMap(FuzzCase.init)

  private static func text(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  private static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// The cases of one of `seeds` seeds, which share `total` of them.
  static func cases(of seed: UInt64, sharing total: Int, among seeds: Int) -> [FuzzCase] {
    if let only { return only.seed == seed ? [only] : [] }
    return (0..<UInt64((total + seeds - 1) / seeds)).map { FuzzCase(seed: seed, round: $0) }
  }

  /// Most memory that the process has held so far, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type differs between the C libraries.
    getrusage(0, &usage)
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }
}
