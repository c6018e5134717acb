import KnowledgeBase
import Plan
import Schema
import Testing

/// What is declared of the article language: names, meanings, examples.
@Suite("Records of the article language")
struct RecordTests {
  /// Every record under the article's, by the way that leads there first.
  static let forms: [RecordForm] = {
    var forms: [RecordForm] = []
    func visit(_ form: Form) {
      switch form {
      case .scalar: break
      case .list(let item, _): visit(item)
      case .named(_, let content): visit(content)
      case .either(let several): several.forEach(visit)
      case .record(let type): visit(type)
      }
    }
    func visit(_ type: any Record.Type) {
      if forms.contains(where: { $0.name == type.name }) { return }
      let form = RecordForm(type)
      forms.append(form)
      for key in form.keys { visit(key.form) }
    }
    visit(ArticleFile.self)
    visit(ArticleBody.self)
    return forms
  }()

  @Test("Each record and key says in a sentence what it is")
  func sentences() {
    #expect(Self.forms.count > 15)
    for form in Self.forms {
      #expect(form.summary.hasSuffix("."), "\(form.name)")
      #expect(!form.keys.isEmpty)
      for key in form.keys {
        #expect(key.summary.hasSuffix(".") && key.summary.count > 8, "\(form.name).\(key.name)")
      }
    }
  }

  @Test("An article has the keys of a defect and its id")
  func article() {
    let article = RecordForm(ArticleFile.self).keys.map(\.name)
    #expect(article == ["article"] + RecordForm(ArticleBody.self).keys.map(\.name))
  }

  @Test("Every mechanism is a key of an effect, and every kind of cause one of a trigger")
  func complete() throws {
    let effect = try #require(Self.forms.first { $0.name == "effect" })
    #expect(effect.choices.map(\.keys) == [MechanismKind.allCases.map(\.rawValue)])
    for kind in MechanismKind.allCases { #expect(effect[kind.rawValue]?.summary == kind.meaning) }
    let trigger = try #require(Self.forms.first { $0.name == "trigger" })
    #expect(trigger.choices.map(\.keys) == [["event", "decision", "level", "uptime", "every"]])
  }

  @Test("Rules have names of their own, a sentence each, and none is a rule of another room")
  func rules() {
    let codes = Rule.articles.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isDisjoint(with: Rule.reading.map(\.code)))
    for rule in Rule.articles {
      #expect(rule.summary.hasSuffix("."), "\(rule.code)")
      #expect(rule.code.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }
}
