/// One published observation.
public struct Figure: Sendable, Equatable {
  /// What sort of observation it is, and its value.
  public enum Kind: Sendable, Equatable {
    /// So many events of a metric in an exposure.
    case count(metric: String, observed: Int, exposure: Exposure)
    /// So many events by fault class in an exposure.
    case counts([ClassCount], exposure: Exposure)
    /// The share that these fault classes have in all faults of the job.
    case share(classes: [String], observed: RoundedValue)
    /// The mean of a metric.
    case rate(metric: String, observed: RoundedValue)
    /// A limit that a metric was said to lie above or below.
    case bound(metric: String, Bound)
    /// A number that no metric of a run answers to, with its unit: it is told, never compared.
    case value(Extent, unit: String)
  }

  /// Events of one fault class.
  public struct ClassCount: Sendable, Equatable {
    /// Identifier of the fault class, as scenarios name it.
    public var fault: String
    /// The class as the source calls it.
    public var title: String
    /// The category as the source calls it.
    public var category: String
    /// How many were observed.
    public var observed: Int

    /// Creates a count.
    public init(fault: String, title: String, category: String, observed: Int) {
      self.fault = fault
      self.title = title
      self.category = category
      self.observed = observed
    }
  }

  /// A number published as "about 3": it stands for all that round to it.
  public struct RoundedValue: Sendable, Equatable {
    /// The number as published.
    public var value: Double
    /// The step it was rounded to; 0 for an exact number.
    public var step: Double

    /// Creates a value that was rounded to multiples of `step`.
    public init(_ value: Double, roundedTo step: Double = 0) {
      self.value = value
      self.step = step
    }

    /// The numbers that round to the value: half a step to each side.
    public var range: ClosedRange<Double> { (value - step / 2)...(value + step / 2) }
  }

  /// A limit, itself not included.
  public enum Bound: Sendable, Equatable {
    case above(Double)
    case below(Double)

    /// Whether a value keeps to the limit.
    public func holds(for value: Double) -> Bool {
      switch self {
      case .above(let limit): value > limit
      case .below(let limit): value < limit
      }
    }

    /// The number of the limit.
    public var limit: Double {
      switch self {
      case .above(let limit), .below(let limit): limit
      }
    }
  }

  /// How far a value that is only told was said to reach.
  public enum Extent: Sendable, Equatable {
    /// This number, or all that round to it.
    case observed(RoundedValue)
    /// At least, at most, or between the two.
    case range(least: Double?, most: Double?)
  }

  /// Identifier within the reference: "unexpected_interruptions".
  public var id: String
  /// A few words for tables: "419 unexpected".
  public var title: String
  /// Where in the source it stands, and in which words.
  public var source: String
  /// What a reader has to know about it.
  public var notes: String?
  /// Whether it was read in the source itself; otherwise it is second-hand.
  public var isFirstHand: Bool
  /// The unit that a rate of failures was published in; nil for the metric's own.
  public var publishedIn: FailureRate.Unit?
  /// GPUs of the nodes that a rate is of; nil where they are 8, or it is of no nodes.
  public var gpusPerNode: Double?
  /// What was observed.
  public var kind: Kind

  /// Creates a figure.
  public init(
    id: String, title: String, source: String, notes: String? = nil, isFirstHand: Bool,
    publishedIn: FailureRate.Unit? = nil, gpusPerNode: Double? = nil, kind: Kind
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.notes = notes
    self.isFirstHand = isFirstHand
    self.publishedIn = publishedIn
    self.gpusPerNode = gpusPerNode
    self.kind = kind
  }

  /// Whether a run can be compared with it: whether it is of a metric or of fault classes.
  public var isComparable: Bool {
    if case .value = kind { false } else { true }
  }
}
