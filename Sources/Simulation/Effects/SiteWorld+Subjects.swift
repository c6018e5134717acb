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
    // Headers grow with the recipients that they name.
    let header = min(Int(record.size), 400 + 40 * Int(record.recipients))
    circumstances.set(.headerSize, min(header, 40 * Int(record.recipients) + 40))
    circumstances.set(.allHeadersSize, header)
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

  /// A message is sent back, from where a defect may be waiting for that.
  mutating func occurReturn(
    _ copy: Int,
    _ reason: ReturnReason,
    _ here: MailPoint,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard here.kind == .server else { return }
    let process = Int(servers[here.index].agent)
    _ = try occur(.messageReturn, in: process, copy, &queue)
  }
}
