import Charts

/// Something that varies in a sweep on its own: one path, of those that change in step the first.
struct SweepAxis {
  /// One of its values.
  struct Value {
    let text: String
    let number: Double?
  }

  let path: String
  /// The unit of its numbers; nil if they have none.
  let unit: String?
  /// Its values in the order of the points, each once.
  let values: [Value]

  /// The axes of a sweep.
  ///
  /// A path that changes in step with an earlier one, so that each value of one goes with one of the
  /// other, is no axis of its own; nor is one that does not vary.
  static func all(of sweep: StoredSweep) -> [SweepAxis] {
    let points = sweep.result.points
    var axes: [SweepAxis] = []
    for path in sweep.result.paths {
      let axis = SweepAxis(path, of: sweep)
      let isNew = axes.allSatisfy { other in
        Set(points.map { [axis.text(of: $0), other.text(of: $0)] }).count
          > max(axis.values.count, other.values.count)
      }
      if axis.values.count > 1, isNew { axes.append(axis) }
    }
    return axes
  }

  private init(_ path: String, of sweep: StoredSweep) {
    self.path = path
    unit = sweep.result.pathUnits?[path] ?? nil
    var values: [Value] = []
    for point in sweep.result.points {
      let text = point.values[path] ?? ""
      guard !values.contains(where: { $0.text == text }) else { continue }
      values.append(Value(text: text, number: point.coordinates?[path] ?? nil))
    }
    self.values = values
  }

  /// Whether all of its values are numbers.
  var isNumeric: Bool { values.allSatisfy { $0.number != nil } }

  /// A value as people read it.
  func label(_ value: Value) -> String {
    if let number = value.number, unit == "seconds" {
      HumaneText.duration(number)
    } else {
      value.text
    }
  }

  /// The value of a point.
  func text(of point: StoredSweep.Point) -> String { point.values[path] ?? "" }

  /// The number of a point.
  func number(of point: StoredSweep.Point) -> Double? {
    values.first { $0.text == text(of: point) }?.number
  }

  /// How it is drawn: in logarithms where the values are spread over more than a factor of 20.
  var axis: ChartAxis {
    let numbers = values.compactMap(\.number)
    let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
    return ChartAxis(
      path, labels: unit == "seconds" ? .duration(.seconds) : .number(),
      scale: least > 0 && most / least > 20 ? .logarithmic : .linear)
  }
}
