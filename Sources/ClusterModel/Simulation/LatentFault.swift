import DiscreteEvents

/// A fault that the job runs on with: one that slows it down, one that corrupted it, or one that a
/// diagnosis missed and that will strike again.
struct LatentFault {
  /// By this its event names it.
  let number: Int32
  let source: Int
  /// The node where it struck.
  let center: Int
  /// The nodes that have the fault: one, or those of a domain; none if the job itself has it, or if
  /// all that is left of it is a corrupt state.
  var nodes: Range<Int>
  /// Whether a diagnosis missed it.
  let isMisdiagnosed: Bool
  /// Whether it counts as a failure of the job already.
  var isCounted: Bool
  /// Whether the job has trained with it, so that it is looked for.
  var isActive = false
  /// Whether it was found and its nodes leave at the end of the orderly stop.
  var isFound = false
  /// Work in the newest checkpoint from before the corruption; infinite for a state without it.
  var cleanWork = Double.infinity
  /// When it is found, or strikes again.
  var event: EventHandle?
}
