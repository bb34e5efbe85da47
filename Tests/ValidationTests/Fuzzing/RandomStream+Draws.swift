import Statistics

extension RandomStream {
  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// One of the values with equal chance; there must be one.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[index(below: values.count)] }

  /// A number between two positive ones, every order of magnitude with the same chance.
  mutating func magnitude(_ low: Double, _ high: Double) -> Double {
    low * PortableMath.exp(uniform() * PortableMath.log(high / low))
  }

  /// A whole number from 1 to `most`, small ones as often as large ones.
  mutating func count(upTo most: Int) -> Int {
    min(most, Int(magnitude(1, Double(most) + 1)))
  }
}
