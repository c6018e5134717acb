import Plan
public import Record

extension DefectRecord.Doing {
  /// What was done, in a few words: `stranded 12 messages in the MTA's queue`.
  public var words: String {
    switch mechanism {
    case .strand: "stranded \(Words.count(count, "message")) in \(what)"
    case .answer: "decided \(what), \(Words.count(count, "time"))"
    case .distort: "distorted \(what) \(Words.count(count, "time"))"
    default: "logged \(what) \(Words.count(count, "time"))"
    }
  }
}
