import Plan
import Testing

@Suite("Events and decisions")
struct EventTests {
  @Test("What an event says of itself has no repetitions", arguments: EventKind.allCases)
  func unique(event: EventKind) {
    #expect(Set(event.attributes).count == event.attributes.count)
    #expect(Set(event.acquires).count == event.acquires.count)
    #expect(Set(event.releases).count == event.releases.count)
    #expect(Set(event.acquires).isDisjoint(with: event.releases))
    #expect(event.attributes.count <= 16)
  }

  @Test("What some event gives back, another event of the same process takes")
  func balanced() {
    for event in EventKind.allCases {
      for resource in event.releases {
        let takers = EventKind.allCases.filter {
          $0.acquires.contains(resource) && $0.process == event.process
        }
        #expect(!takers.isEmpty, "\(event) gives back \(resource)")
      }
    }
  }

  @Test("What is limited for each key is taken and given back by events that have one")
  func keyed() {
    for event in EventKind.allCases {
      for resource in event.acquires + event.releases where resource.limitLevel == .key {
        #expect(event.key != nil, "\(event) and \(resource)")
      }
    }
  }

  @Test("Every attribute is an attribute of something, and every key is some event's")
  func used() {
    let asked =
      EventKind.allCases.flatMap(\.attributes) + DecisionKind.allCases.flatMap(\.attributes)
    #expect(Set(asked) == Set(AttributeKind.allCases))
    #expect(Set(EventKind.allCases.compactMap(\.key)) == Set(EventKey.allCases))
  }

  @Test("The programs of events, decisions, passages and counters are known")
  func programs() {
    var images = Passage.allCases.flatMap(\.images) + DecisionKind.allCases.flatMap(\.images)
    images += CounterObject.all.compactMap(\.image)
    for event in EventKind.allCases {
      switch event.process {
      case .image(let image): images.append(image)
      case .images(let several): images += several
      case .any, .registryServer, .activity, .mover: break
      }
    }
    images += OperatingSystem.Family.allCases.map(\.registryServerImage)
    for image in images { #expect(Program.loaded(from: image) != nil, "\(image)") }
  }

  @Test("Programs and services are named once, in small letters where they are files")
  func names() {
    let images = Program.all.map(\.image)
    let services = Program.all.compactMap(\.service)
    #expect(Set(images).count == images.count && Set(services).count == services.count)
    for program in Program.all {
      #expect(program.image == program.image.lowercased() && program.image.hasSuffix(".exe"))
      #expect(program.meaning.hasSuffix("."))
      #expect(Program.loaded(from: program.image.uppercased())?.image == program.image)
      if let service = program.service {
        #expect(Program.running(service.lowercased())?.service == service)
      }
    }
  }

  @Test("A word of an attribute becomes its ordinal, and another word becomes nothing")
  func tests() {
    for kind in AttributeKind.allCases {
      switch kind.values {
      case .words(let words):
        for (ordinal, word) in words.enumerated() {
          #expect(AttributeTest(kind, word: word)?.value == .range(ordinal...ordinal))
        }
        #expect(AttributeTest(kind, word: "nonsense") == nil)
      case .flag:
        #expect(AttributeTest(kind, word: "true")?.value == .range(1...1))
        #expect(AttributeTest(kind, word: "false")?.value == .range(0...0))
      case .count, .bytes, .name: #expect(AttributeTest(kind, word: "true") == nil)
      }
    }
  }
}
