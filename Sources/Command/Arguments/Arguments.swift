/// The values that a command was given, checked against its declaration.
public struct Arguments: Sendable {
  private var words: [String: [String]] = [:]

  init() {}

  /// The value of `parameter`: what was given, or its default.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    parameter.read(words[parameter.declaration.spelling] ?? [])
  }

  /// Whether the user gave `parameter` a value.
  public func has<Value>(_ parameter: Parameter<Value>) -> Bool {
    has(parameter.declaration)
  }

  func has(_ declaration: ParameterDeclaration) -> Bool {
    words[declaration.spelling] != nil
  }

  mutating func add(_ word: String, to declaration: ParameterDeclaration) throws(UsageError) {
    if has(declaration), !declaration.isRepeated {
      throw UsageError("\(declaration.spelling) is given twice")
    }
    if declaration.shape != .flag, let complaint = declaration.complaint(about: word) {
      throw complaint
    }
    words[declaration.spelling, default: []].append(word)
  }
}
