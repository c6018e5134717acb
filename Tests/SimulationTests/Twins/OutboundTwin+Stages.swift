/// What happens on a connection.
extension OutboundTwin {
  mutating func stageOver(_ index: Int, _ now: Int) {
    let connection = connections[index]
    let latency = connection.host < 0 ? 0 : setting.hosts[connection.host].latency
    switch connection.stage {
    case .lookingUp:
      connections[index].tried = messages[connection.message!].silent
      if choose(index) { return connect(index, now) }
      // All of them were silent: it begins again with the first.
      messages[connection.message!].silent = []
      connections[index].tried = []
      if choose(index) { connect(index, now) } else { fail(index, now) }
    case .connecting: connected(index, now, latency)
    case .greeting: greeted(index, now)
    case .hello: answeredHello(index, now)
    case .sender:
      if connection.manner == .dropsAfterAnswer { return broken(index, now) }
      go(index, .recipient, now + answer(index))
    case .recipient: answeredRecipient(index, now)
    case .data: go(index, .body, now + 2 * latency + setting.body)
    case .body:
      let message = connection.message!
      messages[message].delivered = now
      messages[message].place = .done
      connections[index].sent += 1
      next(index, now)
    case .quit: connections.remove(at: index)
    case .lost: break
    }
  }

  private mutating func go(_ index: Int, _ stage: Stage, _ time: Int) {
    connections[index].stage = stage
    connections[index].time = time
    connections[index].order = nextOrder()
  }

  /// The next host: one of the most preferred that have not been tried.
  private mutating func choose(_ index: Int) -> Bool {
    for group in setting.domains[connections[index].domain] {
      for host in group where !connections[index].tried.contains(host) {
        connections[index].tried.insert(host)
        connections[index].host = host
        return true
      }
    }
    return false
  }

  private mutating func connect(_ index: Int, _ now: Int) {
    let host = setting.hosts[connections[index].host]
    let manner = host.manners.last { $0.from <= now }!.manner
    connections[index].manner = manner
    let takes = manner == .unreachable ? setting.connectTimer : 2 * host.latency
    go(index, .connecting, now + takes)
  }

  private mutating func connected(_ index: Int, _ now: Int, _ latency: Int) {
    let manner = connections[index].manner
    if manner == .unreachable || manner == .refuses {
      failed += 1
      if choose(index) { connect(index, now) } else { fail(index, now) }
      return
    }
    made += 1
    var wait = 2 * latency + setting.greeting
    if manner == .hangsUp { wait = latency }
    if manner == .slow { wait = setting.bannerTimer - 10_000_000 }
    if manner == .silent || wait >= setting.bannerTimer {
      connections[index].manner = .silent
      wait = setting.bannerTimer
    }
    go(index, .greeting, now + wait)
  }

  private mutating func greeted(_ index: Int, _ now: Int) {
    let connection = connections[index]
    switch connection.manner {
    case .silent:
      messages[connection.message!].silent.insert(connection.host)
      if setting.losesConnections {
        var lost = connection
        lost.message = nil
        lost.stage = .lost
        connections.append(lost)
      }
      fail(index, now)
    case .hangsUp: broken(index, now)
    case .busy: fail(index, now)
    default: go(index, .hello, now + answer(index))
    }
  }

  /// How long the answer to a command takes, or until nobody waits for it any more.
  private func answer(_ index: Int) -> Int {
    switch connections[index].manner {
    case .silentAfterBanner: setting.commandTimer
    case .slow: setting.commandTimer - 10_000_000
    default: min(2 * setting.hosts[connections[index].host].latency, setting.commandTimer)
    }
  }

  private mutating func answeredHello(_ index: Int, _ now: Int) {
    let connection = connections[index]
    switch connection.manner {
    case .silentAfterBanner: fail(index, now)
    case .dropsAfterEHLO where !connection.isPlain:
      if setting.breaksForwarding, messages[connection.message!].isForwarded,
        setting.hosts[connection.host].isExchange
      {
        return stop(now)
      }
      connections[index].isPlain = true
      connect(index, now)
    case .rejectsEHLO where !connection.isPlain:
      connections[index].isPlain = true
      go(index, .hello, now + answer(index))
    default: go(index, .sender, now + answer(index))
    }
  }

  private mutating func answeredRecipient(_ index: Int, _ now: Int) {
    let message = connections[index].message!
    switch connections[index].manner {
    case .greylists where now - messages[message].taken < setting.greylisting: fail(index, now)
    case .rejects:
      messages[message].returned = now
      messages[message].place = .done
      next(index, now)
    default: go(index, .data, now + answer(index))
    }
  }

  /// The same connection serves for the next in line, so often.
  private mutating func next(_ index: Int, _ now: Int) {
    let connection = connections[index]
    connections[index].message = nil
    if connection.sent < setting.messagesEach, let following = first(for: connection.domain) {
      messages[following].place = .onConnection
      connections[index].message = following
      go(index, .sender, now + answer(index))
    } else {
      go(index, .quit, now + answer(index))
    }
  }

  /// A connection breaks: what it carried is sent again at once, for the first time.
  private mutating func broken(_ index: Int, _ now: Int) {
    let message = connections[index].message!
    guard !messages[message].isSentAgain else { return fail(index, now) }
    messages[message].isSentAgain = true
    connections.remove(at: index)
    line(message, now)
  }

  /// An attempt has failed: the message waits, or goes back if its time is over.
  private mutating func fail(_ index: Int, _ now: Int) {
    let message = connections.remove(at: index).message!
    let number = messages[message].failures.count
    if now >= messages[message].taken + setting.expiry {
      messages[message].returned = now
      messages[message].place = .done
      return
    }
    messages[message].failures.append(now)
    messages[message].place = .waiting
    messages[message].due = now + setting.retries[min(number, setting.retries.count - 1)]
    messages[message].order = nextOrder()
  }
}
