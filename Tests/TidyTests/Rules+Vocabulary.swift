extension Rules {
  /// The kernel knows events, time, chance, accounts and tallies, and nothing of what is simulated.
  ///
  /// The words are compared whole, without regard to capitals or a plural's s, in code, comments and
  /// strings alike, and in each part of a name: `MailQueue` has one, `Mailroom` and `blackmail` none.
  /// Words that the kernel needs in a meaning of its own are not on the list: to *handle* an event,
  /// handles as an example of what is leased, process, host, link, session, queue, store, window.
  static func vocabulary(_ file: File) -> [String] {
    guard file.path.hasPrefix("Sources/Kernel/") else { return [] }
    let meant = ownMeanings[file.path] ?? []
    let found = zip(1..., file.lines).flatMap { number, line -> [String] in
      // Names of the language's own library.
      let text = ["weakCompareExchange", "compareExchange", ".exchange("].reduce(String(line)) {
        $0.replacing($1, with: " ")
      }
      return foreignWords(in: text).filter { !meant.contains($0) }.map {
        "\(file.path):\(number): the kernel does not know \($0)"
      }
    }
    return found
      + foreignWords(in: file.path).map { "\(file.path):1: the kernel does not know \($0)" }
  }

  /// Words that mean something else in one file, and what.
  static let ownMeanings: [String: Set<String>] = [:]

  static func foreignWords(in text: String) -> [String] {
    let words = words(of: text).map { $0.lowercased() }.map { word in
      foreign.contains(word) || !word.hasSuffix("s") ? word : String(word.dropLast())
    }
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    return words.filter { foreign.contains($0) || isArticle($0) } + pairs.filter(foreign.contains)
  }

  /// Q and six digits.
  private static func isArticle(_ word: String) -> Bool {
    word.count == 7 && word.hasPrefix("q") && word.dropFirst().allSatisfy(\.isNumber)
  }

  private static let foreign: Set<String> = [
    // Mail.
    "mail", "email", "mailbox", "mailboxe", "mailbag", "msmail", "message", "inbox", "outbox",
    "postmaster", "post office", "postoffice", "recipient", "envelope", "attachment", "ndr",
    "smtp", "esmtp", "pop3", "imap", "imap4", "ehlo", "helo", "x400", "mx", "mta", "pcmta",
    "exchange",
    "connector", "internet",
    // Windows NT, and how it is watched.
    "nt", "ntlm", "ntfs", "windows nt", "windows 2000", "win32", "winlogon", "logon", "registry",
    "lsass", "svchost", "perfmon", "tlist", "netstat", "hotfix", "service",
    "event log", "private byte", "nonpaged", "nonpaged pool", "pagefile",
    // What is known about them.
    "article", "knowledge base",
  ]
}
