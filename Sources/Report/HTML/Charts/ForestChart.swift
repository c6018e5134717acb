import Text

/// Differences from nothing, one below the other, each with its interval: what lies across the line of no
/// difference may be chance.
struct ForestChart {
  /// What the page calls it; no two charts of a page have the same.
  let id: String
  /// What is shown.
  let title: String
  /// What is to be seen, in whole sentences.
  let description: String
  /// What runs from left to right; no difference lies on it.
  let axis: Axis
  /// What it means to lie to the left and to the right of nothing.
  let directions: (left: String, right: String)
  /// What is compared, the first at the top.
  let groups: [Group]
  /// The same as a table.
  let table: DataTable

  /// Things that have something in common.
  struct Group {
    let title: String
    let mark: Mark
    let rows: [Row]
  }

  /// A thing with its difference.
  struct Row {
    let name: String
    let value: Double
    /// What lies around it; nil where nothing is known of that.
    let interval: ClosedRange<Double>?
    /// The value in words.
    let words: String
  }

  /// By what a group is told from others, with and without colour.
  enum Mark: String {
    case disc, arrow, diamond, ring, cross

    /// Its shape, around the middle of a square of 12 pixels.
    fileprivate var shape: String {
      switch self {
      case .disc, .ring: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z"
      case .arrow: "M-4.5-5.5L6 0L-4.5 5.5Z"
      case .diamond: "M0-5.5L5.5 0L0 5.5L-5.5 0Z"
      case .cross: "M-4-4L4 4M4-4L-4 4"
      }
    }
  }

  /// Writes the chart with its table.
  func write(_ page: inout MarkupWriter) {
    page.element(.figure, [.class: "chart whole"]) { page in
      page.element(.figcaption) { page in
        page.element(.span, [.class: "name"], title)
        page.element(.span, [.class: "legend"]) { page in
          page.text("‹ \(directions.left)   ·   \(directions.right) ›")
        }
      }
      page.element(
        .svg,
        [
          .class: "forest", .role: "img", .ariaLabelledBy: "\(id)-t \(id)-d", .width: "100%",
          .height: "\(height + Self.foot)",
        ]
      ) { page in
        page.element(.title, [.id: "\(id)-t"], title)
        page.element(.desc, [.id: "\(id)-d"], description)
        scale(&page)
        var y = 0
        for group in groups { draw(group, &y, &page) }
      }
      page.line()
      table.write(folded: "As a table", &page)
    }
    page.line()
  }

  private static let rowHeight = 36
  private static let headHeight = 34
  private static let foot = 24

  /// The height of everything above the axis.
  private var height: Int {
    groups.reduce(0) { $0 + Self.headHeight + $1.rows.count * Self.rowHeight }
  }

  private func scale(_ page: inout MarkupWriter) {
    page.element(.g, [.class: "axis", .ariaHidden: "true"]) { page in
      for tick in axis.ticks {
        let place = place(tick.value)
        page.element(
          .line,
          [
            .class: tick.value == 0 ? "zero" : "tick", .x1: place, .x2: place, .y1: "0",
            .y2: "\(height + 4)",
          ]
        )
        let along = axis.share(of: tick.value)
        page.element(
          .text,
          [
            .x: place, .y: "\(height + 18)",
            .textAnchor: along < 0.08 ? "start" : along > 0.92 ? "end" : "middle",
          ],
          tick.value == 0 ? "as it is" : tick.label
        )
      }
    }
    page.line()
  }

  /// A heading and its rows; names stand above their rows, or beside them where there is room.
  private func draw(_ group: Group, _ y: inout Int, _ page: inout MarkupWriter) {
    page.element(.g, [.class: group.mark.rawValue]) { page in
      page.element(.g, [.class: "heading"]) { page in
        mark(group.mark, x: "8", y: "\(y + 18)", &page)
        page.element(.text, [.x: "22", .y: "\(y + 22)"], group.title)
      }
      y += Self.headHeight
      for row in group.rows {
        draw(row, group.mark, y, &page)
        y += Self.rowHeight
      }
    }
    page.line()
  }

  private func draw(_ row: Row, _ mark: Mark, _ y: Int, _ page: inout MarkupWriter) {
    page.element(.text, [.class: "label", .x: "0", .y: "\(y + 12)"]) { page in
      page.element(.tspan, [:], fitted(row.name, 44))
      page.element(.tspan, [.class: "estimate", .dx: "10"], row.words)
    }
    let middle = "\(y + 24)"
    if let interval = row.interval {
      let (low, high) = (place(interval.lowerBound), place(interval.upperBound))
      page.element(.line, [.class: "reach", .x1: low, .x2: high, .y1: middle, .y2: middle])
      for end in [low, high] {
        page.element(
          .line,
          [.class: "reach", .x1: end, .x2: end, .y1: "\(y + 20)", .y2: "\(y + 28)"]
        )
      }
    }
    self.mark(mark, x: place(row.value), y: middle, &page)
    page.line()
  }

  private func mark(_ mark: Mark, x: String, y: String, _ page: inout MarkupWriter) {
    // The inner picture has pixels where the outer one has hundredths.
    page.element(.svg, [.x: x, .y: y, .class: "sign"]) { $0.element(.path, [.d: mark.shape]) }
  }

  /// A place in hundredths of the width, with room for marks at both ends.
  private func place(_ value: Double) -> String {
    fixedPoint(3 + axis.share(of: value) * 94, decimals: 2) + "%"
  }
}
