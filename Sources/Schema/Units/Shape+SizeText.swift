extension Shape where Value == Int {
  /// The number of bytes that a text such as `6 KiB` says, for forms that have sizes within them.
  public static func bytes(of text: String) throws(Complaint) -> Int {
    try SizeGrammar.parse(text)
  }
}
