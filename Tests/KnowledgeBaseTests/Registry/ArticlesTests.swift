import KnowledgeBase
import Plan
import Testing

@Suite("Articles")
struct ArticlesTests {
  @Test("What is embedded is what lies in the folder, in the order of the ids")
  func registry() {
    let files = ArticleFiles.names(in: ArticleFiles.articles)
    #expect(Articles.all.map { $0.id + ".yaml" } == files)
    for article in Articles.all {
      #expect(article.text == ArticleFiles.text("\(ArticleFiles.articles)/\(article.id).yaml"))
    }
  }

  @Test("Every article and every sibling reads without a word", arguments: ArticleFiles.all)
  func silent(path: String) throws {
    let read = ReadArticle(ArticleFiles.text(path))
    #expect(read.report == "")
    let article = try #require(read.article)
    #expect(path.hasSuffix("/\(article.id).yaml"))
    #expect(!article.title.isEmpty)
  }

  @Test("An article is found by its id")
  func lookup() throws {
    for article in Articles.all { #expect(Articles.article(article.id)?.id == article.id) }
    #expect(Articles.article("Q000000") == nil)
    #expect(Articles.article("q260554") == nil)
  }

  @Test("No id is taken twice, and no two siblings contradict one another")
  func together() {
    let defects = ArticleFiles.all.compactMap { ReadArticle(ArticleFiles.text($0)).defect }
    #expect(Set(defects.map(\.id)).count == defects.count)
    #expect(Contradiction.among(defects).map(\.message) == [])
  }

  @Test("Every value of an article has its text and its source")
  func values() throws {
    let leak = try #require(Articles.article("Q260554"))
    #expect(
      leak.values.map { "\($0.path) | \($0.purpose) | \($0.text) | \($0.provenance)" } == [
        "effect.1.amount | leak of private-bytes | 2 KiB | assumed",
        "frees.1 | frees what was taken | restart: async.exe | assumed",
      ]
    )
    let handles = try #require(Articles.article("Q214573"))
    #expect(
      handles.values.map { "\($0.text) \($0.provenance)" } == ["1 text", "stop: MSExchangeIS text"]
    )
  }

  @Test("What the language cannot say is no file among the siblings")
  func unsaid() {
    let readme = ArticleFiles.text("\(ArticleFiles.siblings)/README.md")
    let ids = readme.split(separator: "\n").filter { $0.hasPrefix("| Q") }
      .map { $0.dropFirst(2).prefix { $0 != " " } + ".yaml" }
    let files = ArticleFiles.names(in: ArticleFiles.siblings)
    #expect(!ids.isEmpty && Set(ids.map(String.init)).isDisjoint(with: files))
  }
}
