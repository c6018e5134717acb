import Text

/// Things with a value each, and the interval in which it lies, as bars below each other: a table whose
/// numbers can be seen.
struct RankedBars {
  /// What is compared.
  let title: String
  /// What the columns are called: the thing, its value.
  let heads: (name: String, value: String)
  /// What runs from left to right; its begin is where bars begin.
  let axis: Axis
  /// The things, the first at the top.
  let rows: [Row]

  /// A thing with its value.
  struct Row {
    let name: String
    let value: Double
    /// What lies around it; nil where nothing is known of that.
    let interval: ClosedRange<Double>?
    /// The value in words, and whatever else there is to say.
    let words: String
    /// How it fares.
    let state: SiteGraph.State
  }

  /// Writes the table.
  func write(_ page: inout MarkupWriter) {
    page.element(.div, [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: title]) {
      page in
      page.element(.table, [.class: "bars"]) { page in
        page.element(.caption, [:], title)
        page.element(.thead) { page in
          page.element(.tr) { page in
            page.element(.th, [.scope: "col"], heads.name)
            page.element(.td) { scale(&$0) }
            page.element(.th, [.scope: "col"], heads.value)
          }
        }
        page.element(.tbody) { page in
          for row in rows { write(row, &page) }
        }
      }
    }
    page.line()
  }

  private func write(_ row: Row, _ page: inout MarkupWriter) {
    page.element(.tr) { page in
      page.element(.th, [.scope: "row"]) { page in
        if row.state != .sound {
          page.element(
            .span,
            [.class: "badge \(row.state.rawValue)", .ariaHidden: "true"],
            row.state.sign
          )
        }
        page.text(row.name)
      }
      page.element(.td) { bar(row, &$0) }
      page.element(.td, [:], row.words)
    }
    page.line()
  }

  private func bar(_ row: Row, _ page: inout MarkupWriter) {
    page.element(.svg, [.class: "bar \(row.state.rawValue)", .ariaHidden: "true"]) { page in
      page.element(
        .rect,
        [.x: "0", .y: "5", .width: share(row.value), .height: "10"]
      )
      guard let interval = row.interval else { return }
      let (low, high) = (share(interval.lowerBound), share(interval.upperBound))
      page.element(.line, [.x1: low, .x2: high, .y1: "10", .y2: "10"])
      for end in [low, high] {
        page.element(.line, [.x1: end, .x2: end, .y1: "5", .y2: "15"])
      }
    }
  }

  /// The names of the axis above the bars.
  private func scale(_ page: inout MarkupWriter) {
    page.element(.svg, [.class: "bar", .ariaHidden: "true"]) { page in
      for tick in [axis.ticks.first, axis.ticks.last].compactMap(\.self) {
        let anchor = axis.share(of: tick.value) > 0.5 ? "end" : "start"
        page.element(.text, [.x: share(tick.value), .y: "14", .textAnchor: anchor], tick.label)
      }
    }
  }

  private func share(_ value: Double) -> String {
    fixedPoint(axis.share(of: value) * 100, decimals: 2) + "%"
  }
}
