import Plan

/// A site as one would draw it: what mail passes, as boxes, and what carries it between them, as lines.
///
/// A group of a hundred thousand post offices is one box.
struct SiteGraph {
  /// The boxes, in the order of the plan.
  var nodes: [Node] = []
  /// The lines.
  var edges: [Edge] = []

  /// A box.
  struct Node {
    let kind: Kind
    let title: String
    /// What more there is to say, a line each.
    var lines: [String]
    /// What hurts there, a line each.
    var troubles: [String] = []
    var state = State.sound
  }

  /// What a box stands for.
  enum Kind: String {
    case office, external, server, domain, host

    /// What it is.
    var words: String {
      switch self {
      case .office: "post office"
      case .external: "External"
      case .server: "Exchange server"
      case .domain: "Internet domain"
      case .host: "host"
      }
    }
  }

  /// What carries mail between two boxes.
  struct Edge {
    let from: Int
    let to: Int
    let name: String
    var state = State.sound
  }

  /// How something fares.
  enum State: String, Comparable {
    /// Nothing is wrong with it.
    case sound
    /// A defect takes something of it, and it works.
    case hurt
    /// Something of it did not work.
    case failed

    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .sound ? 0 : self == .hurt ? 1 : 2 }

    /// The sign that says so without colour.
    var sign: String { self == .sound ? "" : self == .hurt ? "!" : "✕" }
    /// What it means.
    var words: String {
      switch self {
      case .sound: "sound"
      case .hurt: "a defect is at work"
      case .failed: "something failed"
      }
    }
  }

  /// Adds a box; its place.
  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// Adds a line, unless there is one of this name between the same boxes.
  mutating func connect(_ from: Int, _ to: Int, _ name: String, _ state: State = .sound) {
    guard from != to,
      !edges.contains(where: { $0.from == from && $0.to == to && $0.name == name })
    else { return }
    edges.append(Edge(from: from, to: to, name: name, state: state))
  }

  /// Notes that something hurts at a box.
  mutating func note(_ node: Int, _ state: State, _ words: String) {
    nodes[node].state = max(nodes[node].state, state)
    if !nodes[node].troubles.contains(words) { nodes[node].troubles.append(words) }
  }

  /// Keeps these boxes, in their order, and the lines between them; each box that is left out is
  /// stood for by another.
  mutating func keep(_ places: [Int], standIns: [Int: Int]) {
    var places = places
    places.sort()
    let kept = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let old = edges
    nodes = places.map { nodes[$0] }
    edges = []
    for edge in old {
      guard let from = kept[standIns[edge.from] ?? edge.from],
        let to = kept[standIns[edge.to] ?? edge.to]
      else { continue }
      connect(from, to, edge.name, edge.state)
    }
  }

  /// The boxes that a line joins to this one.
  func neighbours(of node: Int) -> [Int] {
    edges.compactMap { $0.from == node ? $0.to : $0.to == node ? $0.from : nil }
  }
}
