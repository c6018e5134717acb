/// An instance of External between two post offices, which looks for mail at each point of its grid
/// whether there is any or not: written once more from what the articles say. It shares nothing with
/// the simulation. Times are in whole ticks.
struct PollingTwin {
  struct Message {
    /// At which post office it is written, 0 or 1; it goes to the other.
    var office: Int
    var written: Int
    var arrived: Int?
    var delivered: Int?
  }

  var cycle: Int
  var batch: Int
  /// What it takes to move a message, and to put it into its mailbox.
  var dispatching: Int
  var mailing: Int
  /// When it runs; the grid begins where it first did.
  var lives: [(from: Int, until: Int)]
  var messages: [Message]
  var end: Int

  private(set) var polls = 0
  private(set) var idlePolls = 0
  private(set) var skipped = 0

  init(
    cycle: Int,
    batch: Int,
    dispatching: Int,
    mailing: Int,
    lives: [(from: Int, until: Int)],
    messages: [(office: Int, written: Int)],
    end: Int
  ) {
    self.cycle = cycle
    self.batch = batch
    self.dispatching = dispatching
    self.mailing = mailing
    self.lives = lives
    self.messages = messages.map { Message(office: $0.office, written: $0.written) }
    self.end = end
  }

  mutating func run() {
    var busyUntil = 0
    var time = lives[0].from + cycle
    while time <= end {
      if let life = lives.first(where: { $0.from < time && time < $0.until }) {
        if busyUntil < time {
          busyUntil = look(time, until: min(life.until, end + 1))
        } else {
          skipped += 1
        }
      }
      time += cycle
    }
  }

  /// A cycle from its beginning, and when it is over. What is in hand when the program ends stays.
  private mutating func look(_ begin: Int, until stop: Int) -> Int {
    polls += 1
    var now = begin
    // Fewer than five are taken at once; of more only as many as the batch has room for (Q199800).
    let outgoing = [0, 1].map { office in
      let queue = messages.indices.filter {
        messages[$0].office == office && messages[$0].written <= now && messages[$0].arrived == nil
      }
      return queue.count < 5 ? queue : Array(queue.prefix(batch))
    }
    for message in outgoing[0] + outgoing[1] {
      now += dispatching
      if now >= stop { return stop }
      messages[message].arrived = now
    }
    let incoming = [0, 1].map { office in
      messages.indices.filter {
        messages[$0].office == 1 - office && messages[$0].arrived != nil
          && messages[$0].delivered == nil
      }
    }
    for message in incoming[0].prefix(batch) + incoming[1].prefix(batch) {
      now += mailing
      if now >= stop { return stop }
      messages[message].delivered = now
    }
    if now == begin { idlePolls += 1 }
    return now
  }
}
