import Kernel
import Plan
import Record
import Testing

@Suite("Siblings of the articles, as users would write them")
struct SiblingTests {
  static let all = MailSiblings.all + HostSiblings.all + ServerSiblings.all

  @Test("It shows where it is in force and set off", arguments: all)
  func shows(sibling: Sibling) throws {
    let stage = try sibling.stage()
    try stage.go(to: sibling.time)
    let value = try sibling.sign(stage)
    #expect(sibling.shown.contains(value), "\(value)")
    let triggers = stage.record.defects.filter { $0.id == sibling.id }.map(\.triggers)
    #expect(triggers.contains { $0 > 0 }, "\(triggers)")
  }

  @Test("It does not show where one thing is different", arguments: all)
  func doesNotShow(sibling: Sibling) throws {
    for change in sibling.control {
      let stage = try sibling.stage(change)
      try stage.go(to: sibling.time)
      let value = try sibling.sign(stage)
      #expect(sibling.sound.contains(value), "\(change.new): \(value)")
      let own = stage.record.defects.filter { $0.id == sibling.id }
      #expect(own.allSatisfy { $0.triggers == 0 }, "\(change.new)")
    }
  }

  @Test("They are enough of each kind, and few of them are set off by activities of their own")
  func kinds() {
    let structural: Set = [
      "Q182821", "Q155036", "Q188341", "Q239816", "Q232279", "Q193639", "Q151791", "Q277831",
      "Q237182", "Q184051", "Q130068", "Q93080", "Q232602", "Q194750", "Q164841", "Q258319",
      "Q270712",
    ]
    let hard: Set = ["Q179827", "Q236426", "Q295969", "Q193862", "Q191614"]
    let ids = Self.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 16)
    #expect(ids.filter(structural.contains).count >= 7)
    #expect(ids.filter(hard.contains).count >= 3)
    #expect(Self.all.filter { $0.text.contains("event: activity") }.count <= 6)
    #expect(Self.all.allSatisfy { $0.text.contains("article: \($0.id)\n") && !$0.control.isEmpty })
  }
}
