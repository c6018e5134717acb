import Command
import Kernel
import KnowledgeBase
import Plan
import Schema
import Text

extension Explanations {
  /// The articles that are known.
  static var articles: [Explanation] {
    Articles.all.map { article in
      Explanation(.articles, article.id, article.title) { article.page }
    }
  }

  /// The objects of Performance Monitor, and their counters with and without the object's name.
  static var counters: [Explanation] {
    CounterObject.all.flatMap { object -> [Explanation] in
      let place = object.image.map { "there where \($0) runs" } ?? "there on every host"
      let instances = instances(object.instances)
      let whole = Explanation(.counters, object.name, "An object, \(place).") {
        Page(
          object.name,
          "An object of Performance Monitor, \(place).",
          [
            .rows(title: "", [.init("instances", instances)]),
            .rows(title: "counters", object.counters.map { .init($0.name, $0.meaning) }),
            .paragraph(
              "A path is written \(written(object, "COUNTER")); * means all instances."
            ),
          ]
        )
      }
      return [whole]
        + object.counters.map { counter in
          let name = "\(object.name)\\\(counter.name)"
          return Explanation(.counters, name, otherNames: [counter.name], counter.meaning) {
            Page(
              name,
              counter.meaning,
              [
                .rows(
                  title: "",
                  [
                    .init("kind", kind(counter.kind)), .init("instances", instances),
                    .init("is there", String(place.dropFirst("there ".count))),
                    .init("written", written(object, counter.name)),
                  ]
                )
              ]
            )
          }
        }
    }
  }

  /// What runs on hosts.
  static var services: [Explanation] {
    let catalogue =
      OperatingSystem.Family.allCases.flatMap(ServiceCatalogue.system)
      + ServiceCatalogue.components.map(\.service) + ServiceCatalogue.exchange + [
        ServiceCatalogue.interchange, ServiceCatalogue.connectorAgent,
        ServiceCatalogue.internetMail, ServiceCatalogue.external,
      ]
    var seen: Set<String> = []
    return catalogue.filter { seen.insert($0.image).inserted }.map { service in
      Explanation(
        .services,
        service.image,
        otherNames: service.service.map { [$0] } ?? [],
        service.title + "."
      ) { page(of: service) }
    }
  }

  /// What the program tells its caller.
  static var exitCodes: [Explanation] {
    ExitCode.allCases.map { code in
      Explanation(.exitCodes, "\(code.rawValue)", code.meaning) {
        Page("exit code \(code.rawValue)", code.meaning)
      }
    }
  }

  private static func page(of service: ServiceDescription) -> Page {
    let sound = service.baseline
    return Page(
      service.image,
      service.title + ".",
      [
        .rows(
          title: "",
          [
            .init("service", service.service ?? "none, or one whose name the topology gives"),
            .init("needs", service.dependsOn.joined(separator: ", ")),
            .init("starts in", "\(service.startDelay) (assumed)"),
            .init(
              "holds",
              "\(sound.handles) handles, \(sound.threads) threads and"
                + " \(Shape<Int>.size.text(of: sound.privateBytes)) when all is well (assumed)"
            ),
            .init("ends", service.endsWithHost ? "only with the host" : ""),
          ].filter { !$0.text.isEmpty }
        )
      ]
    )
  }

  /// The path of a counter.
  private static func written(_ object: CounterObject, _ counter: String) -> String {
    "HOST\\\(object.name)\(object.instances == .none ? "" : "(INSTANCE)")\\\(counter)"
  }

  private static func instances(_ instances: CounterObject.Instances) -> String {
    switch instances {
    case .none: "none"
    case .processes: "processes, by the names of their files without .exe"
    case .connections: "the neighbours of the message transfer agent, by their names"
    case .connectorInstances: "the instances of the Connector (PC) MTA, by their names"
    case .disks: "disks, by their letters"
    case .postOffices: "post offices, by their names"
    }
  }

  private static func kind(_ kind: CounterObject.Counter.Kind) -> String {
    switch kind {
    case .level: "what is the case at the moment"
    case .total: "how much there was since the start"
    case .rate: "how much there is in a second"
    }
  }
}
