/// Where a default comes from.
public enum Source: Hashable, Sendable {
  /// An article of the knowledge base states it.
  case article(String)
  /// Widely known and written down, though in no article.
  case documented
  /// We chose it, because no text gives it.
  case assumed
  /// It is the user's own choice; there is nothing to be right about.
  case free

  /// A few words for a listing; nil where there is nothing to say.
  public var words: String? {
    switch self {
    case .article(let name): name
    case .documented: "documented"
    case .assumed: "assumed"
    case .free: nil
    }
  }
}
