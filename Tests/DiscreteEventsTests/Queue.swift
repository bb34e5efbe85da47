import DiscreteEvents
import Statistics

/// An M/G/c queue, first come first served: Poisson arrivals, any law of service, c servers.
///
/// An example of a model: its state is a plain structure, its events are an enumeration, and
/// `handle` says what an event changes and what it leads to.
struct Queue: EventHandler {
  enum Event { case arrival, departure, startOfObservation }

  let arrivalRate: Double
  let service: Lifetime
  let servers: Int
  /// The run stops when this many customers have begun service.
  let lastCustomer: Int

  private var arrivalStream: RandomStream
  private var serviceStream: RandomStream
  private var arrivals: [Double] = []
  private var busyServers = 0
  private var lastChange = 0.0

  /// The wait before service by customer, in the order of arrival.
  private(set) var waits: [Double] = []
  /// The number in the system, integrated over time since the start of the observation.
  private(set) var customerTime = 0.0

  init(
    arrivalRate: Double, service: Lifetime, servers: Int, lastCustomer: Int, seed: UInt64,
    replication: UInt64
  ) {
    self.arrivalRate = arrivalRate
    self.service = service
    self.servers = servers
    self.lastCustomer = lastCustomer
    func stream(_ name: String) -> RandomStream {
      RandomStream(seed: seed, replication: replication, stream: StreamIdentifier(name))
    }
    arrivalStream = stream("arrivals")
    serviceStream = stream("services")
  }

  mutating func handle(_ event: Event, in simulator: inout Simulator<Event>) {
    accumulate(until: simulator.now)
    switch event {
    case .arrival:
      arrivals.append(simulator.now)
      scheduleArrival(in: &simulator)
    case .departure:
      busyServers -= 1
    case .startOfObservation:
      customerTime = 0
    }
    beginService(in: &simulator)
  }

  mutating func scheduleArrival(in simulator: inout Simulator<Event>) {
    simulator.schedule(.arrival, after: arrivalStream.exponential() / arrivalRate)
  }

  mutating func accumulate(until time: Double) {
    let numberInSystem = arrivals.count - waits.count + busyServers
    customerTime += Double(numberInSystem) * (time - lastChange)
    lastChange = time
  }

  private mutating func beginService(in simulator: inout Simulator<Event>) {
    guard busyServers < servers, waits.count < arrivals.count else { return }
    waits.append(simulator.now - arrivals[waits.count])
    busyServers += 1
    simulator.schedule(.departure, after: service.sample(using: &serviceStream))
    if waits.count == lastCustomer { simulator.stop() }
  }
}
