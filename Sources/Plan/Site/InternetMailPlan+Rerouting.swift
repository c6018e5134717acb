extension InternetMailPlan.Rerouting {
  /// The line of a table for a domain: an exact one first, then that of the longest domain that it
  /// lies in.
  public static func line(
    for domain: String,
    in table: [InternetMailPlan.Rerouting]
  ) -> InternetMailPlan.Rerouting? {
    let name = domain.lowercased()
    if let exact = table.first(where: { $0.domain.lowercased() == name }) { return exact }
    return table.filter { !$0.isExact && name.hasSuffix("." + $0.domain.lowercased()) }
      .max { $0.domain.utf8.count < $1.domain.utf8.count }
  }
}
