import KnowledgeBase
import Plan
import Schema

extension RemedyFinder {
  /// Other ways for mail that passes between post offices through a connector: they reach each other
  /// straight, and an External on a machine of its own carries it.
  mutating func addRoutes(_ defect: Defect, _ host: HostDraft) {
    guard case .event(let kind) = defect.trigger.cause, kind == .pcmtaDispatch,
      let server = document.exchange.value.first(where: { $0.name.value == host.name.value }),
      let connector = server.value.mailConnector?.value
    else { return }
    let written = document.postOffices.value.map { $0.name.value }
    let served = connector.instances.value.flatMap { $0.value.serves.value.map(\.value) }
      .filter { written.contains($0) && !$0.contains("#") }
    guard (2...Self.mostOffices).contains(served.count) else { return }
    var changes: [(String, String)] = []
    for office in served {
      for other in served where other != office {
        changes.append(("post-offices.\(office).routes.\(other)", "direct"))
      }
    }
    let machine = "EXTERNAL1"
    changes.append(("hosts.\(machine)", "{ os: NT 4.0 Workstation SP4, memory: 32 MiB }"))
    changes.append(
      ("external.remedy", "{ host: \(machine), serves: [\(served.joined(separator: ", "))] }")
    )
    add("direct routes between post offices, and an External for them", .route, changes)
  }

  /// Of more post offices than these nobody would write routes by hand.
  private static let mostOffices = 12
}
