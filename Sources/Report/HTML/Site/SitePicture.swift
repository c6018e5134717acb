import Text

/// The picture of a site, with a table that says the same.
struct SitePicture {
  private let graph: SiteGraph
  private let layout: SiteLayout

  /// The picture of a graph.
  init(_ graph: SiteGraph) {
    self.graph = graph
    layout = SiteLayout(graph)
  }

  /// Writes the picture.
  func write(_ page: inout MarkupWriter) {
    page.element(.figure, [.class: "chart"]) { page in
      page.element(.figcaption) { page in
        page.element(.span, [.class: "legend"]) { page in
          for state in [SiteGraph.State.failed, .hurt, .sound] {
            page.element(.span, [.class: "entry"]) { page in
              page.element(
                .span,
                [.class: "badge \(state.rawValue)", .ariaHidden: "true"],
                state.sign
              )
              page.text(state.words)
            }
          }
        }
      }
      page.element(
        .div,
        [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: "The picture of the site"]
      ) { page in
        let (width, height) = layout.size
        page.element(
          .svg,
          [
            .class: width > Self.folding ? "site wide" : "site", .role: "img",
            .ariaLabelledBy: "site-t site-d", .width: "\(width)",
            .height: "\(height)", .viewBox: "0 0 \(width) \(height)",
          ]
        ) { page in
          page.element(.title, [.id: "site-t"], "The site")
          page.element(.desc, [.id: "site-d"], description)
          for edge in graph.edges { draw(edge, &page) }
          for (number, edge) in graph.edges.enumerated() { name(edge, number, &page) }
          for (node, box) in zip(graph.nodes, layout.boxes) { draw(node, box, &page) }
        }
      }
      table.write(folded: "The site as a table", &page)
    }
    page.line()
  }

  /// A picture that is wider shrinks with the page, until it is no wider than this.
  private static let folding = 720

  private var description: String {
    let troubled = graph.nodes.filter { $0.state != .sound }.map { node in
      "\(node.title): \(listed(node.troubles))"
    }
    let size = "\(counted(graph.nodes.count, "box").replacing("boxs", with: "boxes"))"
    return "\(size), joined by what carries mail between them. "
      + (troubled.isEmpty ? "Nothing hurts." : troubled.joined(separator: ". ") + ".")
  }

  private var table: DataTable {
    DataTable(
      heads: ["what", "kind", "joined to", "details", "how it fares"],
      rows: graph.nodes.enumerated().map { place, node in
        [
          node.title, node.kind.words,
          graph.neighbours(of: place).map { graph.nodes[$0].title }.joined(separator: ", "),
          node.lines.joined(separator: "; "),
          ([node.state.words] + node.troubles).joined(separator: ": "),
        ]
      }
    )
  }

  private func draw(_ node: SiteGraph.Node, _ box: SiteLayout.Box, _ page: inout MarkupWriter) {
    page.element(.g, [.class: "node \(node.kind.rawValue) \(node.state.rawValue)"]) { page in
      page.element(.title, [:], ([node.title] + node.lines + node.troubles).joined(separator: "\n"))
      page.element(
        .rect,
        [
          .x: "\(box.x)", .y: "\(box.y)", .width: "\(SiteLayout.boxWidth)",
          .height: "\(box.height)", .rx: node.kind == .domain ? "18" : "5",
        ]
      )
      var y = box.y + 20
      page.element(
        .text,
        [.class: "title", .x: "\(box.x + 12)", .y: "\(y)"],
        fitted(node.title, 20)
      )
      if node.state != .sound {
        page.element(
          .text,
          [
            .class: "sign", .x: "\(box.x + SiteLayout.boxWidth - 12)", .y: "\(y)",
            .textAnchor: "end",
          ],
          node.state.sign
        )
      }
      for (place, line) in (node.troubles + node.lines).enumerated() {
        y += SiteLayout.lineHeight
        page.element(
          .text,
          [
            .class: place < node.troubles.count ? "trouble" : "detail", .x: "\(box.x + 12)",
            .y: "\(y)",
          ],
          fitted(line, 23)
        )
      }
    }
    page.line()
  }

  /// The line between two boxes: from side to side; in one column down to the next, or around what lies
  /// between them.
  private func draw(_ edge: SiteGraph.Edge, _ page: inout MarkupWriter) {
    let (left, right) = ends(edge)
    let start = left.x + SiteLayout.boxWidth
    let path: String
    if isNext(left, right) {
      let x = left.x + SiteLayout.boxWidth / 2
      path = "M\(x) \(left.y + left.height)V\(right.y)"
    } else {
      let bend = left.x == right.x ? start + SiteLayout.gap.across / 2 : (start + right.x) / 2
      let end = left.x == right.x ? start : right.x
      let (from, to) = (left.middle, right.middle)
      path = "M\(start) \(from)C\(bend) \(from) \(bend) \(to) \(end) \(to)"
    }
    page.element(.path, [.class: "edge \(edge.state.rawValue)", .d: path])
  }

  /// Whether a box stands below another with nothing between them.
  private func isNext(_ upper: SiteLayout.Box, _ lower: SiteLayout.Box) -> Bool {
    upper.x == lower.x && lower.y - upper.y - upper.height <= SiteLayout.gap.down
  }

  /// The name of a line, once for all lines of that name to the same box.
  private func name(_ edge: SiteGraph.Edge, _ number: Int, _ page: inout MarkupWriter) {
    let alike = graph.edges.indices.filter {
      graph.edges[$0].name == edge.name && graph.edges[$0].to == edge.to
    }
    guard !edge.name.isEmpty, alike[alike.count / 2] == number else { return }
    let (left, right) = ends(edge)
    let isNext = isNext(left, right)
    let between = left.x + SiteLayout.boxWidth + SiteLayout.gap.across / 2
    let place =
      isNext
      ? (x: left.x + SiteLayout.boxWidth / 2 + 8, y: right.y - SiteLayout.gap.down / 2 + 4)
      : (
        x: left.x == right.x ? between : (left.x + SiteLayout.boxWidth + right.x) / 2,
        y: (left.middle + right.middle) / 2 - 5
      )
    page.element(
      .text,
      [
        .class: "edge \(edge.state.rawValue)", .x: "\(place.x)", .y: "\(place.y)",
        .textAnchor: isNext ? "start" : "middle",
      ],
      fitted(edge.name, 16)
    )
  }

  private func ends(_ edge: SiteGraph.Edge) -> (left: SiteLayout.Box, right: SiteLayout.Box) {
    let (from, to) = (layout.boxes[edge.from], layout.boxes[edge.to])
    return from.x < to.x || (from.x == to.x && from.y <= to.y) ? (from, to) : (to, from)
  }
}
