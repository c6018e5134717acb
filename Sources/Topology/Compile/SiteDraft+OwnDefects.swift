import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// The articles with the topology's own defects, which come after them and cannot take their names.
  func articles(_ known: [Article], _ load: (String) -> [UInt8]?) -> [Article] {
    var articles = known
    for own in document.defects.value {
      if articles.contains(where: { $0.id == own.name.value }) {
        report(
          TopologyRule.nameTwice,
          at: own.name.place,
          "`\(own.name.value)` is an article that is known already.",
          notes: ["`mailroom explain \(own.name.value)` shows it; give your own another number"]
        )
        continue
      }
      switch own.value {
      case .body(let body):
        guard let defect = body.defect(id: own.name.value, reading: reading) else { continue }
        articles.append(Article(defect: defect, text: "", values: body.statedValues))
      case .file(let path):
        guard let bytes = load(path) else {
          report(TopologyRule.defectFile, at: own.place, "The file `\(path)` cannot be read.")
          continue
        }
        guard let article = Articles.read(bytes, file: path, reading) else { continue }
        if article.id != own.name.value {
          report(
            TopologyRule.defectFile,
            at: own.place,
            "The file holds \(article.id), and not \(own.name.value).",
            fixes: []
          )
        }
        articles.append(article)
      }
    }
    for contradiction in Contradiction.among(articles.map(\.defect)) {
      let place = document.defects.value.first {
        [contradiction.first.id, contradiction.second.id].contains($0.name.value)
      }?.name.place
      if let place { report(TopologyRule.contradiction, at: place, contradiction.message) }
    }
    return articles
  }
}
