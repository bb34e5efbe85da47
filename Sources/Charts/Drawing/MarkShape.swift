/// The shape of a point, so that series differ in more than colour.
enum MarkShape: CaseIterable {
  case circle, square, diamond, triangle, pentagon, wedge, cross, plus

  /// The shape of a series, counted from 1.
  static func of(series: Int) -> MarkShape {
    allCases[(max(1, series) - 1) % allCases.count]
  }

  /// The outline around a centre, of about the area of a circle of that radius.
  func add(to path: inout Path, _ x: Double, _ y: Double, radius r: Double) {
    switch self {
    case .circle:
      // An octagon looks round at this size and takes fewer bytes than arcs.
      let (a, b) = (r, r * 0.414)
      polygon(
        &path, x, y,
        [(b, -a), (a, -b), (a, b), (b, a), (-b, a), (-a, b), (-a, -b), (-b, -a)])
    case .square:
      let a = r * 0.9
      polygon(&path, x, y, [(-a, -a), (a, -a), (a, a), (-a, a)])
    case .diamond:
      let a = r * 1.3
      polygon(&path, x, y, [(0, -a), (a, 0), (0, a), (-a, 0)])
    case .triangle:
      polygon(&path, x, y, [(0, -1.3 * r), (1.2 * r, 0.9 * r), (-1.2 * r, 0.9 * r)])
    case .pentagon:
      polygon(
        &path, x, y,
        [(0, -1.2 * r), (1.1 * r, -0.4 * r), (0.7 * r, r), (-0.7 * r, r), (-1.1 * r, -0.4 * r)])
    case .wedge:
      polygon(&path, x, y, [(0, 1.3 * r), (1.2 * r, -0.9 * r), (-1.2 * r, -0.9 * r)])
    case .cross:
      let (a, b) = (r * 1.1, r * 0.45)
      polygon(
        &path, x, y,
        [
          (-a, -a + b), (-a + b, -a), (0, -b), (a - b, -a), (a, -a + b), (b, 0), (a, a - b),
          (a - b, a), (0, b), (-a + b, a), (-a, a - b), (-b, 0),
        ])
    case .plus:
      let (a, b) = (r * 1.2, r * 0.4)
      polygon(
        &path, x, y,
        [
          (-b, -a), (b, -a), (b, -b), (a, -b), (a, b), (b, b), (b, a), (-b, a), (-b, b), (-a, b),
          (-a, -b), (-b, -b),
        ])
    }
  }

  private func polygon(
    _ path: inout Path, _ x: Double, _ y: Double, _ offsets: [(x: Double, y: Double)]
  ) {
    path.polygon(offsets.map { (x: x + $0.x, y: y + $0.y) })
  }
}
