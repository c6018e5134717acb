import KnowledgeBase
import Schema
import Text
import Topology

extension Explanations {
  /// The keys and the records of a topology.
  static func keys(_ index: SchemaIndex) -> [Explanation] {
    index.items.map { item in
      Explanation(.keys, item.path, item.key.summary) { index.page(of: item) }
    }
      + index.records.map { record in
        Explanation(.records, record.name, record.summary) { index.page(of: record) }
      }
  }

  /// What a text can break.
  static var rules: [Explanation] {
    // Some rules are reported by several rooms.
    var seen: Set<Rule> = []
    return (Rule.reading + TopologyRule.all + Rule.products + Rule.articles)
      .filter { seen.insert($0).inserted }
      .map { rule in Explanation(.codes, rule.code, rule.summary) { rule.page } }
  }

  /// The words that keys have for choices, with where they stand, but for those of `others`.
  static func words(_ index: SchemaIndex, besides others: [Explanation]) -> [Explanation] {
    var order: [String] = []
    var uses: [String: [(path: String, meaning: String)]] = [:]
    let known = Set(others.map(\.name))
    for item in index.items {
      for word in item.key.form.words where !known.contains(word.word) {
        if uses[word.word] == nil { order.append(word.word) }
        uses[word.word, default: []].append((item.path, word.meaning))
      }
    }
    return order.map { word in
      let own = uses[word] ?? []
      let isOne = own.allSatisfy { $0.meaning == own[0].meaning }
      let summary = isOne ? own[0].meaning : "A word of several keys."
      return Explanation(.words, word, summary) {
        Page(
          word,
          summary,
          [.rows(title: "stands at", own.map { .init($0.path, isOne ? "" : $0.meaning) })]
        )
      }
    }
  }
}
