/// A repair crew at work: who of it is busy, and which nodes wait, first come first served.
///
/// Keeps the account of the queue and of the crew's work as time goes by.
struct CrewState {
  /// A node at a stage of its route.
  struct Visit: BitwiseCopyable {
    var node: Int32
    var stage: UInt16
  }

  let size: Int
  private let hours: WorkingHours?
  private var queue = [Visit]()
  private var nextInQueue = 0
  private var lastChange = 0.0
  /// Working time until the last change, in seconds.
  private var lastWorked = 0.0

  private(set) var busy = 0
  private(set) var visits = 0
  private(set) var longestQueue = 0
  /// Time that nodes waited, summed over nodes, in seconds.
  private(set) var queueSeconds = 0.0
  /// Working time that was spent on nodes, summed over the crew, in seconds.
  private(set) var busySeconds = 0.0

  init(_ crew: RepairCrew) {
    size = crew.size
    hours = crew.hours
  }

  /// Puts everything back to the start of a replication.
  mutating func reset() {
    queue.removeAll(keepingCapacity: true)
    nextInQueue = 0
    lastChange = 0
    lastWorked = 0
    busy = 0
    visits = 0
    longestQueue = 0
    queueSeconds = 0
    busySeconds = 0
  }

  /// Nodes that wait.
  var waiting: Int { queue.count - nextInQueue }

  /// Working time of the whole crew until the last change, in seconds.
  var workingSeconds: Double { Double(size) * lastWorked }

  /// Takes a node on, or lets it wait; returns whether work on it begins.
  mutating func takeOn(_ visit: Visit, at now: Double) -> Bool {
    settle(at: now)
    visits += 1
    if busy < size {
      busy += 1
      return true
    }
    queue.append(visit)
    longestQueue = max(longestQueue, waiting)
    return false
  }

  /// Work on a node is done; returns the next one, on which it begins.
  mutating func finishOne(at now: Double) -> Visit? {
    settle(at: now)
    guard waiting > 0 else {
      busy -= 1
      return nil
    }
    let next = queue[nextInQueue]
    nextInQueue += 1
    if waiting == 0 {
      queue.removeAll(keepingCapacity: true)
      nextInQueue = 0
    }
    return next
  }

  /// When work of a length that begins now is done.
  func end(ofWork seconds: Double, from now: Double) -> Double {
    hours?.end(ofWork: seconds, from: now) ?? now + seconds
  }

  /// Brings the accounts of time up to `now`.
  mutating func settle(at now: Double) {
    assert(busy <= size && (waiting == 0 || busy == size), "a node waits for an idle crew")
    let worked = hours?.worked(until: now) ?? now
    queueSeconds += (now - lastChange) * Double(waiting)
    busySeconds += (worked - lastWorked) * Double(busy)
    lastChange = now
    lastWorked = worked
  }
}
