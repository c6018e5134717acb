/// Where the boxes of a site are drawn: servers in the middle, post offices to their left, by how far
/// mail travels to them, the Internet to their right, and below all that what no mail passes.
struct SiteLayout {
  /// The width and height of all.
  private(set) var size = (width: 0, height: 0)
  /// Where each box is.
  private(set) var boxes: [Box] = []

  /// A box, in pixels.
  struct Box {
    var x = 0
    var y = 0
    let height: Int
    var middle: Int { y + height / 2 }
  }

  static let boxWidth = 180
  static let gap = (across: 116, down: 20)
  static let lineHeight = 16
  static let margin = 14

  /// The layout of a graph.
  init(_ graph: SiteGraph) {
    boxes = graph.nodes.map { node in
      Box(height: 30 + Self.lineHeight * (node.lines.count + node.troubles.count))
    }
    let columns = Self.columns(graph)
    let height = place(columns)
    placeHosts(graph, below: height, columnCount: max(1, columns.count))
  }

  /// Puts the columns beside each other; how far down they reach.
  private mutating func place(_ columns: [[Int]]) -> Int {
    let heights = columns.map { column in
      column.reduce(0) { $0 + boxes[$1].height + Self.gap.down } - Self.gap.down
    }
    let tallest = max(0, heights.max() ?? 0)
    for (number, column) in columns.enumerated() {
      var y = Self.margin + (tallest - heights[number]) / 2
      for node in column {
        boxes[node].x = Self.margin + number * (Self.boxWidth + Self.gap.across)
        boxes[node].y = y
        y += boxes[node].height + Self.gap.down
      }
    }
    size.width =
      2 * Self.margin + columns.count * (Self.boxWidth + Self.gap.across) - Self.gap.across
    return Self.margin + tallest
  }

  /// Puts the hosts that no mail passes in rows below.
  private mutating func placeHosts(_ graph: SiteGraph, below top: Int, columnCount: Int) {
    let hosts = graph.nodes.indices.filter { graph.nodes[$0].kind == .host }
    let perRow = max(3, columnCount)
    var y = top + (top > Self.margin ? 34 : 0)
    for begin in stride(from: 0, to: hosts.count, by: perRow) {
      let row = hosts[begin..<min(begin + perRow, hosts.count)]
      for (number, node) in row.enumerated() {
        boxes[node].x = Self.margin + number * (Self.boxWidth + Self.gap.across)
        boxes[node].y = y
      }
      let width = row.count * (Self.boxWidth + Self.gap.across) - Self.gap.across
      size.width = max(size.width, width + 2 * Self.margin)
      y += (row.map { boxes[$0].height }.max() ?? 0) + Self.gap.down
    }
    size.height = (hosts.isEmpty ? top : y - Self.gap.down) + Self.margin
  }

  /// The boxes that mail passes, from left to right, each column from top to bottom.
  private static func columns(_ graph: SiteGraph) -> [[Int]] {
    let levels = levels(graph)
    let deepest = levels.compactMap(\.self).max() ?? 0
    var columns = (0...deepest).map { level in
      graph.nodes.indices.filter { levels[$0] == deepest - level }
    }
    columns.append(graph.nodes.indices.filter { graph.nodes[$0].kind == .domain })
    columns.removeAll { $0.isEmpty }
    // From the servers outwards, each box goes near those that it hangs on.
    let servers = columns.firstIndex { graph.nodes[$0[0]].kind == .server } ?? columns.count - 1
    guard servers >= 0 else { return [] }
    for number in (0..<servers).reversed() {
      sort(&columns[number], along: columns[number + 1], graph)
    }
    for number in columns.indices.dropFirst(servers + 1) {
      sort(&columns[number], along: columns[number - 1], graph)
    }
    return columns
  }

  private static func sort(_ column: inout [Int], along other: [Int], _ graph: SiteGraph) {
    let places = Dictionary(uniqueKeysWithValues: other.enumerated().map { ($1, $0) })
    let heights = column.map { node -> Double in
      let near = graph.neighbours(of: node).compactMap { places[$0] }
      return near.isEmpty ? .infinity : Double(near.reduce(0, +)) / Double(near.count)
    }
    column = column.enumerated().sorted {
      (heights[$0.offset], $0.offset) < (heights[$1.offset], $1.offset)
    }.map(\.element)
  }

  /// How many lines lie between each box and a server, or an agent where there is no server; nil for
  /// what has its own place.
  private static func levels(_ graph: SiteGraph) -> [Int?] {
    var levels: [Int?] = graph.nodes.map { $0.kind == .server ? 0 : nil }
    if !levels.contains(0) { levels = graph.nodes.map { $0.kind == .external ? 0 : nil } }
    var front = levels.indices.filter { levels[$0] == 0 }
    var level = 0
    while !front.isEmpty {
      level += 1
      front = front.flatMap { graph.neighbours(of: $0) }.filter { node in
        guard levels[node] == nil, graph.nodes[node].kind != .domain else { return false }
        levels[node] = level
        return true
      }
    }
    for (place, node) in graph.nodes.enumerated() where levels[place] == nil {
      if node.kind == .office || node.kind == .external { levels[place] = 1 }
    }
    return levels
  }
}
