import Kernel
import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Adds the flows of mail.
  mutating func addFlows() {
    for flow in document.mail.value where reading.errorCount < Reading.diagnosticLimit {
      let entry = flow.value
      let sources = shares(entry.from)
      let targets = shares(entry.to)
      let isEach = entry.volume.value.each != nil
      if isEach, sources.contains(where: { if case .domain = $0.end { true } else { false } }) {
        report(
          TopologyRule.conflictingKeys,
          at: entry.volume.place,
          "A domain of the Internet has no mailboxes that are counted here.",
          notes: ["write the volume of the whole flow, such as `400/day`"]
        )
      } else if isEach, !sources.isEmpty, mailboxes(sources) == 0, areMailboxesSound {
        report(
          TopologyRule.noMail,
          at: entry.volume.place,
          "`\(flow.name.value)` has no mail: where it begins there are no mailboxes.",
          notes: ["write the volume of the whole flow, such as `400/day`, or give `mailboxes`"]
        )
      }
      if let size = entry.size?.value, size.median.value > size.p95.value {
        report(
          TopologyRule.conflictingKeys,
          at: size.p95.place,
          "`p95` is below the median, so no sizes are spread so.",
          related: [.init(size.median.place, "the median")]
        )
      }
      flowNames.insert(flow.name.value)
      flows.append(
        FlowPlan(
          name: flow.name.value,
          sources: sources,
          targets: targets,
          perDayMillionths: perDayMillionths(entry.volume, times: isEach ? mailboxes(sources) : 1),
          hours: hours(entry.hours),
          sizeBytes: (
            entry.size?.value.median.value ?? 4 << 10, entry.size?.value.p95.value ?? 60 << 10
          ),
          recipients: entry.recipients.value,
          priority: entry.priority.value,
          traits: entry.traits.value.map {
            .init(name: $0.name.value, billionths: $0.value.billionths)
          }
        )
      )
    }
  }

  /// Mail ends with their shares, which add up to the whole.
  private func shares(_ text: Written<MailEndsText>) -> [FlowPlan.Share] {
    switch text.value {
    case .one(let name):
      return [share(Written(name, at: text.place, isSound: text.isSound), .whole)].compactMap(
        \.self
      )
    case .several(let shares):
      let sum = shares.reduce(0) { $0 + $1.value.billionths }
      if text.isSound, sum != Share.whole.billionths {
        let last = shares.last
        report(
          TopologyRule.shares,
          at: last?.place ?? text.place,
          shares.isEmpty
            ? "No mail end is named." : "The shares add up to \(percent(sum)), and not to 100%.",
          label: shares.isEmpty
            ? ""
            : sum < Share.whole.billionths
              ? "\(percent(Share.whole.billionths - sum)) missing"
              : "\(percent(sum - Share.whole.billionths)) too much",
          related: shares.dropLast().prefix(3).map { .init($0.place, percent($0.value.billionths)) }
        )
      }
      return shares.compactMap { share($0.name, $0.value) }
    }
  }

  private func percent(_ billionths: Int) -> String {
    let thousandths = billionths / 10_000
    let rest = "\(1_000 + thousandths % 1_000)".dropFirst().reversed().drop { $0 == "0" }.reversed()
    return "\(thousandths / 1_000)" + (rest.isEmpty ? "" : "." + String(rest)) + "%"
  }

  private func share(_ name: Written<String>, _ share: Share) -> FlowPlan.Share? {
    guard let (end, members) = mailEnd(name) else { return nil }
    return FlowPlan.Share(end: end, members: members, billionths: share.billionths)
  }

  /// The mail end of a name, or the first of a group and how many they are; reports one that is not there.
  func mailEnd(_ name: Written<String>) -> (MailEnd, members: Int)? {
    guard name.isSound else { return nil }
    if let range = postOfficeNames[name.value] {
      return (.postOffice(PostOfficeID(range.lowerBound)), range.count)
    }
    if let server = server(named: name.value) { return (.server(server), 1) }
    if let domain = domainNames[name.value]?.first { return (.domain(DomainID(domain)), 1) }
    if let hosts = hostNames[name.value], hosts.count > 1 {
      _ = hostNames.one(name, reading)
      return nil
    }
    // A server that could not be set up was complained of where it is written.
    if document.exchange.value.contains(where: { $0.name.value == name.value }) { return nil }
    let isHost = hostNames[name.value] != nil
    report(
      TopologyRule.unknownName,
      at: name.place,
      isHost
        ? "The host `\(name.value)` has no mailboxes: no Exchange runs on it."
        : "There is no post office, Exchange server or domain `\(name.value)`.",
      fixes: nearest(
        name.value,
        among: postOfficeNames.writtenNames.map(\.value)
          + document.exchange.value.map(\.name.value) + domainNames.writtenNames.map(\.value)
      )
    )
    return nil
  }

  /// Whether all numbers of mailboxes were read.
  private var areMailboxesSound: Bool {
    document.exchange.isSound && document.postOffices.isSound
  }

  private func mailboxes(_ shares: [FlowPlan.Share]) -> Int {
    shares.reduce(0) { sum, share in
      switch share.end {
      case .postOffice(let first): sum + postOffices[first.index].mailboxes * share.members
      case .server(let server): sum + servers[server.index].mailboxes
      case .domain: sum
      }
    }
  }

  /// Adds the POP3 populations.
  mutating func addPopulations() {
    for population in document.pop3.value {
      let entry = population.value
      guard let server = server(entry.server) else { continue }
      populations.append(
        PopulationPlan(
          name: population.name.value,
          server: server,
          users: entry.users.value,
          usesNTLM: entry.mechanism.value == .ntlm,
          check: entry.check.value,
          hours: hours(entry.hours),
          badPasswordBillionths: entry.badPasswords.value.billionths,
          retries: entry.retries.value,
          retryAfter: entry.retryAfter.value,
          session: entry.session.value
        )
      )
      if servers[server.index].mailboxes < entry.users.value {
        report(
          TopologyRule.noMail,
          at: entry.users.place,
          "\(entry.users.value) people read their mail on a server with"
            + " \(servers[server.index].mailboxes) mailboxes."
        )
      }
    }
  }

  /// Adds the tools of administrators.
  mutating func addAdministrations() {
    for administrator in document.administrators.value {
      let entry = administrator.value
      administrations.append(
        AdministrationPlan(
          name: administrator.name.value,
          tool: entry.tool.value,
          isRemote: entry.runs.value == .remotely,
          targets: entry.against.value.flatMap { hostNames.several($0, reading) ?? [] },
          every: entry.every.value,
          hours: hours(entry.hours)
        )
      )
    }
  }

  /// Adds the user's own activities, and the processes that only they need.
  mutating func addActivities() {
    for activity in document.activities.value {
      let entry = activity.value
      guard let host = hostNames.one(entry.host, reading) else { continue }
      let image = entry.process.value.lowercased()
      let process = self.process(image, on: host) ?? add(ServiceCatalogue.other(image), to: host)
      activities.append(
        ActivityPlan(
          name: activity.name.value,
          process: process,
          perDayMillionths: perDayMillionths(entry.rate, times: 1),
          hours: hours(entry.hours),
          traits: entry.traits.value.map {
            .init(name: $0.name.value, billionths: $0.value.billionths)
          }
        )
      )
    }
  }
}

extension SiteDraft {
  /// More than this a day is no mail of the 1990s, and no run that ends.
  static let mostPerDay = 1_000_000_000

  /// How many a rate makes in a day, in millionths; reports what is too many.
  func perDayMillionths(_ rate: Written<Rate>, times count: Int) -> Int {
    let day = UInt128(Interval.days(1).ticks)
    let product = UInt128(rate.value.millionths) * day * UInt128(max(count, 0))
    let millionths = product / UInt128(rate.value.unit.interval.ticks)
    let most = UInt128(Self.mostPerDay) * 1_000_000
    if millionths > most {
      report(
        .outOfRange,
        at: rate.place,
        "This comes to more than \(Self.mostPerDay) a day.",
        label: "too many"
      )
    }
    return Int(min(millionths, most))
  }
}
