/// A value that was checked against its kind; durations are in seconds.
indirect enum CheckedValue: Sendable {
  case boolean(Bool)
  case text(String)
  case count(Int)
  case number(Double)
  case seconds(Double)
  case list([Checked])
  /// The members of an object whose keys are names, in the order of the text.
  case named([(name: String, value: Checked)])
  case object(CheckedObject)
}

/// A value that was looked at, and its place.
struct Checked: Sendable {
  let place: Place
  /// Nil if the value has a problem, which has been told.
  let value: CheckedValue?
}

/// There is no value to build from, because it has a problem that has been told already.
struct AlreadyTold: Error {}

/// An object that was checked against its definition.
///
/// A member is there if it was given or has a default. The accessors throw where it is not there
/// or has a problem, so that whatever can be built of a faulty scenario still is, and is checked.
struct CheckedObject: Sendable {
  let place: Place
  /// The value of the key that tells variants apart, if the object has one.
  let variant: String?
  let members: [String: Checked]
  /// The keys that were given: the other members are defaults.
  let given: Set<String>

  func has(_ key: String) -> Bool { members[key] != nil }

  /// The place of a member, or of the object if it has none.
  func place(of key: String) -> Place { members[key]?.place ?? place.missing(key) }

  func boolean(_ key: String) throws(AlreadyTold) -> Bool {
    guard case .boolean(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func text(_ key: String) throws(AlreadyTold) -> String {
    guard case .text(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func count(_ key: String) throws(AlreadyTold) -> Int {
    guard case .count(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func number(_ key: String) throws(AlreadyTold) -> Double {
    guard case .number(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func seconds(_ key: String) throws(AlreadyTold) -> Double {
    guard case .seconds(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func list(_ key: String) throws(AlreadyTold) -> [Checked] {
    guard case .list(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func named(_ key: String) throws(AlreadyTold) -> [(name: String, value: Checked)] {
    guard case .named(let value) = members[key]?.value else { throw AlreadyTold() }
    return value
  }

  func object(_ key: String) throws(AlreadyTold) -> CheckedObject {
    guard let member = members[key] else { throw AlreadyTold() }
    return try member.object()
  }

  /// A member whose values are told apart by the builder.
  func member(_ key: String) throws(AlreadyTold) -> Checked {
    guard let member = members[key] else { throw AlreadyTold() }
    return member
  }
}

extension Checked {
  func object() throws(AlreadyTold) -> CheckedObject {
    guard case .object(let value) = value else { throw AlreadyTold() }
    return value
  }

  func list() throws(AlreadyTold) -> [Checked] {
    guard case .list(let value) = value else { throw AlreadyTold() }
    return value
  }

  func text() throws(AlreadyTold) -> String {
    guard case .text(let value) = value else { throw AlreadyTold() }
    return value
  }

  func seconds() throws(AlreadyTold) -> Double {
    guard case .seconds(let value) = value else { throw AlreadyTold() }
    return value
  }
}
