extension Kind {
  /// Whether a number at the end of a path from a value of this kind must be a whole one.
  ///
  /// False where that depends on what stands beside it, and for a path that leads nowhere.
  func isWholeNumber(at path: ArraySlice<String>) -> Bool {
    let kinds = kinds(at: path)
    let isCount = kinds.contains { if case .count = $0 { true } else { false } }
    let isNumber = kinds.contains { if case .number = $0 { true } else { false } }
    return isCount && !isNumber
  }

  /// What the value at the end of a path may be: in lists and named things any step leads to an
  /// element, and of variants all those count that have the key.
  func kinds(at path: ArraySlice<String>) -> [Kind] {
    switch self {
    case .shared(let shared): return shared.kind.kinds(at: path)
    case .stringOr(let simple, let other):
      return (path.isEmpty ? simple.kinds(at: path) : []) + other.kinds(at: path)
    default: break
    }
    guard let step = path.first else { return [self] }
    let rest = path.dropFirst()
    switch self {
    case .object(let definition):
      return definition.kinds(of: step).flatMap { $0.kinds(at: rest) }
    case .variants(let variants):
      return (variants.cases.map(\.definition) + [variants.otherwise].compactMap { $0 })
        .flatMap { $0.kinds(of: step) }.flatMap { $0.kinds(at: rest) }
    case .list(let kind, _), .named(let kind, _): return kind.kinds(at: rest)
    default: return []
    }
  }
}

extension Definition {
  fileprivate func kinds(of key: String) -> [Kind] {
    fields.filter { $0.key == key }.map(\.kind)
  }
}
