import Kernel
import Plan

extension SiteWorld {
  mutating func setLink(_ place: Int, _ circumstances: inout Circumstances) {
    let connector = Int(mail.work[place].connector)
    let isX400 = connector != 0 && plan.connectors[connector - 1].kind == .x400
    circumstances.set(.link, isX400 ? 4 : 3)
    circumstances.key = Keys.link + Int(mail.places[place].key)
    circumstances.place = place
  }

  /// What is to be known of a message.
  mutating func message(_ copy: Int) -> Circumstances {
    let record = mail.copies[copy]
    var circumstances = Circumstances(.size, Int(record.size))
    circumstances.set(.recipients, Int(record.recipients))
    circumstances.set(.priority, priority(of: copy))
    let headers = headerSizes(copy)
    circumstances.set(.headerSize, headers.largest)
    circumstances.set(.allHeadersSize, headers.all)
    circumstances.copy = copy
    circumstances.place = Int(record.place)
    circumstances.traits = record.has(.report) ? 0 : record.traits
    circumstances.firstTrait = record.flow * 8
    return circumstances
  }

  /// The place of a phase's command in the vocabulary's list of verbs.
  static func verb(_ phase: Session.Phase) -> Int {
    switch phase {
    case .resolving, .connecting, .banner: 0
    case .hello: 1
    case .sender: 3
    case .recipients: 4
    case .data, .body: 5
    case .quit: 9
    }
  }

  /// A message is sent back by the process that had it, where a defect may be waiting for that.
  mutating func occurReturn(
    _ copy: Int,
    _ reason: ReturnReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard let process = keeper(of: copy) else { return }
    let range = watches(EventKind.messageReturn.slot, process)
    guard !range.isEmpty else { return }
    var circumstances = message(copy)
    switch reason {
    case .expired, .retryCount, .congestion:
      circumstances.set(.reason, DisconnectReason.timeOut.rawValue)
    default: break
    }
    _ = try respond(range, in: process, circumstances, &queue)
  }

  /// The process at whose place a copy is, if it is at one.
  private mutating func keeper(of copy: Int) -> Int? {
    let place = mail.places[Int(mail.copies[copy].place)]
    if mail.copies[copy].place == 0 { return nil }
    switch place.kind {
    case .mailbag, .inQueue:
      if place.task != 0 { return Int(movers.states[Int(place.task) - 1].process) }
      let server = Int(offices.states[Int(place.owner)].server)
      return server == 0 ? nil : Int(servers[server - 1].interchange) - 1
    case .foreign: return nil
    case .store, .agent, .link, .interchangeOut, .conversionOut, .domain, .waiting, .conversionIn,
      .deliveryIn:
      return Int(mail.work[Int(mail.copies[copy].place)].process)
    }
  }
}
