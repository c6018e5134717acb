import Text

extension Chart {
  /// The units of the picture's width in which curves are drawn; its height has 1,000.
  static let width = 1_440

  /// Draws what can be stretched to the page's width.
  func draw(_ layer: Layer, _ page: inout MarkupWriter) {
    switch layer {
    case .line(let lines, let stroke, _):
      page.element(.path, [.class: "line \(stroke.rawValue)", .d: lines.map(path).joined()])
    case .steps(let points, let stroke, _):
      var corners: [Point] = []
      for point in points {
        if let last = corners.last { corners.append(Point(x: point.x, y: last.y)) }
        corners.append(point)
      }
      page.element(.path, [.class: "line \(stroke.rawValue)", .d: path(corners)])
    case .band(let ranges, _):
      let upper = ranges.map { Point(x: $0.x, y: $0.high) }
      let lower = ranges.reversed().map { Point(x: $0.x, y: $0.low) }
      page.element(.path, [.class: "band", .d: path(upper + lower) + "Z"])
      page.element(
        .path,
        [.class: "line expected", .d: path(ranges.map { Point(x: $0.x, y: $0.value) })]
      )
    case .intervals(let ranges, let stroke, _):
      let bars = ranges.map { path([Point(x: $0.x, y: $0.low), Point(x: $0.x, y: $0.high)]) }
      page.element(.path, [.class: "interval \(stroke.rawValue)", .d: bars.joined()])
      let line = ranges.map { Point(x: $0.x, y: $0.value) }
      page.element(.path, [.class: "line \(stroke.rawValue)", .d: path(line)])
    case .level, .now: break
    }
  }

  /// Draws and names what keeps its size.
  func name(_ layer: Layer, _ page: inout MarkupWriter) {
    switch layer {
    case .line, .steps, .band: break
    case .intervals(let ranges, let stroke, _):
      for range in ranges {
        page.element(
          .circle,
          [
            .class: "dot \(stroke.rawValue)", .cx: share(range.x), .cy: pixels(range.value),
            .r: "4",
          ]
        )
      }
    case .level(let value, let name):
      let place = pixels(value)
      page.element(.line, [.class: "level", .x1: "0", .x2: "100%", .y1: place, .y2: place])
      page.element(.text, [.class: "level", .x: "0", .dx: "6", .dy: "-4", .y: place], name)
    case .now(let value, let name):
      let place = share(value)
      page.element(
        .line,
        [.class: "now", .x1: place, .x2: place, .y1: pixels(y.high), .y2: pixels(y.low)]
      )
      page.element(
        .text,
        [.class: "now", .x: place, .dx: "5", .y: pixels(y.low), .dy: "-6"],
        name
      )
    }
  }

  /// What the lines are, each with a piece of it.
  func legend(_ page: inout MarkupWriter) {
    let entries = layers.compactMap { layer -> (String, String)? in
      switch layer {
      case .line(_, let stroke, let name), .steps(_, let stroke, let name),
        .intervals(_, let stroke, let name):
        ("line \(stroke.rawValue)", name)
      case .band(_, let name): ("band", name)
      case .level, .now: nil
      }
    }
    guard entries.count > 1 else { return }
    page.element(.span, [.class: "legend"]) { page in
      for (stroke, name) in entries {
        page.element(.span, [.class: "entry"]) { page in
          page.element(
            .svg,
            [.class: "sample", .viewBox: "0 0 28 12", .ariaHidden: "true"]
          ) { page in
            if stroke == "band" {
              page.element(.path, [.class: "band", .d: "M0 1H28V11H0Z"])
              page.element(.path, [.class: "line expected", .d: "M0 6H28"])
            } else {
              page.element(.path, [.class: stroke, .d: "M0 6H28"])
            }
          }
          page.text(name)
        }
      }
    }
  }

  /// A line through points, in steps from each to the next.
  private func path(_ points: [Point]) -> String {
    var text = ""
    var last = (x: 0, y: 0)
    for point in points {
      let next = (
        x: Int((x.share(of: point.x) * Double(Self.width)).rounded()),
        y: Int(((1 - y.share(of: point.y)) * 1_000).rounded())
      )
      if text.isEmpty {
        text = "M\(next.x) \(next.y)"
      } else if next != last {
        let (dx, dy) = (next.x - last.x, next.y - last.y)
        if dy == 0 {
          text += "h\(dx)"
        } else if dx == 0 {
          text += "v\(dy)"
        } else {
          text += dy < 0 ? "l\(dx)\(dy)" : "l\(dx) \(dy)"
        }
      }
      last = next
    }
    // A value alone between two gaps is a dot.
    return points.count == 1 ? text + "h1" : text
  }
}
