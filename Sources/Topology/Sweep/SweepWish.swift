public import Schema

/// What a sweep is to be, in the words of a command line.
public struct SweepWish {
  /// Keys with their values: `mail.*.volume=1000..8000 x2`; where there are any, they take the place of
  /// those in the topology.
  public let vary: [String]
  /// Whether the first values of all keys make one point, the second ones the next.
  public let isTogether: Bool
  /// How often each point is run; nil for what the topology says.
  public let replications: Int?
  /// What is wrong with it.
  public let reading = Reading()

  /// A wish.
  public init(vary: [String], isTogether: Bool, replications: Int?) {
    self.vary = vary
    self.isTogether = isTogether
    self.replications = replications
  }

  /// The wish as a topology would say it; nil where it cannot be read.
  var entry: SweepEntry? {
    var text = "vary:\n"
    for words in vary {
      // What has no equals sign is read as a key without values, and refused as such.
      let override = Override(words, origin: "--vary")
      let key = (override?.path ?? words).replacing("'", with: "''")
      text += "  '\(key)': \(Self.values(override?.value ?? ""))\n"
    }
    let entry = reading.read(SweepEntry.self, text: text, file: "--vary")
    return reading.hasErrors ? nil : entry
  }

  /// Values as a topology has them: `1000, 2000` is a list too.
  private static func values(_ text: String) -> String {
    text.contains(",") && !text.contains("[") ? "[\(text)]" : text
  }
}
