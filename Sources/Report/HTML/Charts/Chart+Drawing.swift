import Text

extension Chart {
  /// The chart as a figure: what it is, the picture, and the table for whoever does not see it.
  func write(_ page: inout MarkupWriter) {
    page.element(.figure, [.class: "chart \(size == .whole ? "whole" : "small")"]) { page in
      page.element(.figcaption) { page in
        page.element(.span, [.class: "name"], title)
        legend(&page)
      }
      picture(&page)
      key(&page)
      table.write(folded: "As a table", &page)
    }
    page.line()
  }

  /// The room above the plot, where marks stand, and below it, where the axis is named.
  private var top: Int { markers.isEmpty ? 6 : 22 }
  private var height: Int { size.height }

  private func picture(_ page: inout MarkupWriter) {
    page.element(
      .svg,
      [
        .class: "plot", .role: "img", .ariaLabelledBy: "\(id)-t \(id)-d",
        .height: "\(top + height + 22)",
      ]
    ) { page in
      page.element(.title, [.id: "\(id)-t"], title)
      page.element(.desc, [.id: "\(id)-d"], description)
      axes(&page)
      marks(&page)
      page.element(
        .svg,
        [
          .class: "curves", .y: "\(top)", .width: "100%", .height: "\(height)",
          .viewBox: "0 0 \(Self.width) 1000", .preserveAspectRatio: "none",
        ]
      ) { page in
        for layer in layers { draw(layer, &page) }
      }
      for layer in layers { name(layer, &page) }
    }
  }

  private func axes(_ page: inout MarkupWriter) {
    page.element(.g, [.class: "axis", .ariaHidden: "true"]) { page in
      for tick in size == .whole ? y.ticks : [y.ticks.first, y.ticks.last].compactMap(\.self) {
        let place = pixels(tick.value)
        page.element(.line, [.x1: "0", .x2: "100%", .y1: place, .y2: place])
        page.element(
          .text,
          [.x: "0", .dx: "-8", .dy: "4", .y: place, .textAnchor: "end"],
          tick.label
        )
      }
      let bottom = top + height
      for tick in xTicks {
        let place = share(tick.value)
        page.element(
          .line,
          [.class: "tick", .x1: place, .x2: place, .y1: "\(bottom)", .y2: "\(bottom + 4)"]
        )
        page.element(
          .text,
          [.x: place, .y: "\(bottom + 18)", .textAnchor: "middle"],
          tick.label
        )
      }
    }
  }

  /// The ticks that have room: a small chart has half of them.
  private var xTicks: [Axis.Tick] {
    if size == .whole || x.ticks.count <= 3 { return x.ticks }
    let every = (x.ticks.count + 2) / 3
    return x.ticks.enumerated().filter { $0.offset % every == 0 }.map(\.element)
  }

  /// A place along the picture in hundredths of its width.
  func share(_ value: Double) -> String { fixedPoint(x.share(of: value) * 100, decimals: 2) + "%" }

  /// A height in pixels.
  func pixels(_ value: Double) -> String {
    fixedPoint(Double(top) + (1 - y.share(of: value)) * Double(height), decimals: 1)
  }

  /// The marks of what happened; those that would cover each other become one.
  private func marks(_ page: inout MarkupWriter) {
    var clusters: [[ChartMarker]] = []
    for marker in markers {
      let place = x.share(of: marker.x)
      if let first = clusters.last?.first, place - x.share(of: first.x) < Self.closest {
        clusters[clusters.count - 1].append(marker)
      } else {
        clusters.append([marker])
      }
    }
    for cluster in clusters {
      guard let first = cluster.first, let last = cluster.last else { continue }
      let place = share(first.x)
      page.element(.g, [.class: "event"]) { page in
        page.element(.title, [:], cluster.map(\.words).joined(separator: "; "))
        page.element(
          .line,
          [.x1: place, .x2: place, .y1: "14", .y2: "\(top + height)"]
        )
        ChartMarker.draw(cluster.map(\.kind).min()!, x: place, y: "7", &page)
        guard size == .whole else { return }
        let letters = cluster.count == 1 ? first.letter : "\(first.letter)–\(last.letter)"
        page.element(.text, [.x: place, .dx: "8", .y: "11"], letters)
      }
    }
  }

  /// Marks nearer than this share of the width are drawn as one.
  private static let closest = 0.035

  private func key(_ page: inout MarkupWriter) {
    guard size == .whole, !markers.isEmpty else { return }
    page.element(.ul, [.class: "key"]) { page in
      for marker in markers {
        page.element(.li) { page in
          page.element(
            .svg,
            [.class: "glyph", .viewBox: "-7 -7 14 14", .ariaHidden: "true"]
          ) { page in
            page.element(.path, [.class: "mark \(marker.kind.rawValue)", .d: marker.kind.shape])
          }
          page.element(.strong, [:], marker.letter)
          page.text(" \(marker.words)")
        }
      }
    }
  }
}
