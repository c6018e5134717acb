import Plan
import Schema
import Text
import Topology

/// Everything that can be explained, gathered from where each thing is declared.
struct Explanations: Sendable {
  /// What `mailroom explain` knows.
  static let shared = Explanations()

  /// The keys of a topology.
  let index: SchemaIndex
  /// All of it, group by group.
  let all: [Explanation]

  init() {
    index = SchemaIndex(Topologies.root)
    let vocabulary = Self.vocabulary
    all =
      Self.keys(index) + Self.rules + Self.articles + Self.counters + vocabulary
      + Self.words(index, besides: vocabulary) + Self.products + Self.services + Self.exitCodes
  }

  /// Every name that can be asked for, each once: groups first.
  var names: [String] {
    var seen: Set<String> = []
    let all = ExplanationGroup.allCases.map(\.rawValue) + all.flatMap { [$0.name] + $0.otherNames }
    return all.filter { seen.insert($0).inserted }
  }

  /// The pages that answer a query; none where nothing does.
  func pages(for query: String) -> [Page] {
    let word = query.lowercased()
    let groups = ExplanationGroup.allCases.filter { $0.rawValue == word }.map(page)
    let exact = all.filter { $0.answers(word) }
    let paths = Set(exact.filter { $0.group == .keys }.map(\.name))
    let others = keys(query).filter { !paths.contains($0.path) }
    var pages = groups
    // Of a name that many records have, a list is of more use than all their pages.
    if paths.isEmpty, others.count > 3 {
      pages.append(list(of: others, query))
    } else {
      pages += others.map(index.page)
    }
    pages += exact.map { explanation in
      let page = explanation.page()
      // Where one name means several things, each says which it is.
      return exact.count + pages.count > 1 && explanation.group != .keys
        ? page.named("\(page.title) (\(explanation.group.one))") : page
    }
    return pages.isEmpty ? counter(query) + entry(query) + attributes(word) : pages
  }

  /// What may be meant by a query that nothing answers.
  func nearest(to query: String) -> [String] {
    let paths = query.contains(".") ? index.nearest(to: query) : []
    if !paths.isEmpty { return paths }
    let near = nearestNames(to: query, among: names)
    if !near.isEmpty { return near }
    let parts = index.find(query).prefix(3).map(\.path)
    return parts.isEmpty ? index.nearest(to: query) : parts
  }

  /// A list of a group.
  func page(_ group: ExplanationGroup) -> Page {
    Page(
      group.rawValue,
      group.meaning,
      [
        .rows(
          title: "",
          all.filter { $0.group == group }.map { .init($0.name, $0.summary) }
        )
      ]
    )
  }

  /// The keys at a path, or at the end of one; not those that only contain the word.
  private func keys(_ query: String) -> [SchemaIndex.Item] {
    let last = query.split(separator: ".").last.map(String.init) ?? query
    return index.find(query).filter { $0.key.name == last }
  }

  /// Keys of one name.
  private func list(of keys: [SchemaIndex.Item], _ query: String) -> Page {
    Page(
      query,
      "\(keys.count) keys have this name. Give the path of one for all that is known of it.",
      [.rows(title: "", keys.map { .init($0.path, $0.key.summary) })]
    )
  }

  /// The attributes that can have a value.
  private func attributes(_ word: String) -> [Page] {
    let found = AttributeKind.allCases.filter { attribute in
      guard case .words(let words) = attribute.values else { return false }
      return words.contains { $0.lowercased() == word }
    }
    return all.filter { explanation in
      explanation.group == .attributes && found.contains { $0.rawValue == explanation.name }
    }.map { $0.page() }
  }

  /// The counter at a path with a host and an instance.
  private func counter(_ query: String) -> [Page] {
    guard let path = CounterPath(query), let found = CounterObject.find(path) else { return [] }
    let name = "\(found.object.name)\\\(found.counter.name)".lowercased()
    return all.filter { $0.answers(name) }.map { $0.page() }
  }

  /// The record of what stands under a name that the user gave, as at `hosts.HUB1`.
  private func entry(_ query: String) -> [Page] {
    guard let dot = query.lastIndex(of: ".") else { return [] }
    return keys(String(query[..<dot])).compactMap { item in
      guard case .named(_, .record(let type)) = item.key.form else { return nil }
      return index.record(type.name).map(index.page)
    }
  }
}
