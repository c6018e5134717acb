import Text

/// What a command line asks for.
enum Invocation {
  /// To run this command with these values.
  case run(CommandDeclaration.Action, Arguments)
  /// To show the help of the command at the end of this path.
  case help([CommandDeclaration])
  /// To say which version this is.
  case version
}

extension CommandDeclaration {
  /// Understands `words`, the command line without the program's name.
  func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var arguments = Arguments()
    return try parse(words[...], path: [self], &arguments)
  }

  private func parse(
    _ words: ArraySlice<String>,
    path: [CommandDeclaration],
    _ arguments: inout Arguments
  ) throws(UsageError) -> Invocation {
    var rest = words
    var positionals = parameters.filter { $0.place == .positional }[...]
    var optionsMayFollow = true
    while let word = rest.popFirst() {
      if optionsMayFollow, word.hasPrefix("-"), word != "-" {
        switch word {
        case "--": optionsMayFollow = false
        case "--help", "-h": return .help(path)
        case "--version" where path.count == 1: return .version
        default: try takeOption(word, &rest, &arguments, isRoot: path.count == 1)
        }
      } else if action == nil {
        if word == "help" { return .help(try commands(named: rest, under: path)) }
        let next = try subcommand(named: word)
        return try next.parse(rest, path: path + [next], &arguments)
      } else if let positional = positionals.first {
        try arguments.add(word, to: positional)
        if !positional.isRepeated { positionals.removeFirst() }
      } else {
        throw UsageError("‘\(word)’ is one word too many")
      }
    }
    for parameter in parameters where parameter.isRequired && !arguments.has(parameter) {
      throw UsageError("\(parameter.spelling) is missing")
    }
    guard let action else { return .help(path) }
    return .run(action, arguments)
  }

  /// Takes the option that `word` names, and its value from `word` or from the words that follow.
  private func takeOption(
    _ word: String,
    _ rest: inout ArraySlice<String>,
    _ arguments: inout Arguments,
    isRoot: Bool
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let options = parameters.filter { $0.place == .option }
    guard let option = options.first(where: { $0.spelling == spelling }) else {
      let known = options.map(\.spelling) + ["--help"] + (isRoot ? ["--version"] : [])
      throw UsageError(
        "there is no option \(spelling)",
        nearest: nearestNames(to: spelling, among: known)
      )
    }
    if option.shape == .flag {
      if parts.count > 1 { throw UsageError("\(spelling) takes no value") }
      return try arguments.add("", to: option)
    }
    if parts.count > 1 { return try arguments.add(String(parts[1]), to: option) }
    // Whoever means a value that looks like an option of ours can write --key=value.
    guard let value = rest.first, !options.contains(where: { $0.spelling == value }) else {
      throw UsageError("\(spelling) needs a value: \(spelling) \(option.placeholder)")
    }
    rest.removeFirst()
    try arguments.add(value, to: option)
  }

  private func subcommand(named word: String) throws(UsageError) -> CommandDeclaration {
    if let found = subcommands.first(where: { $0.name == word }) { return found }
    throw UsageError(
      "there is no command ‘\(word)’",
      nearest: nearestNames(to: word, among: subcommands.map(\.name) + ["help"])
    )
  }

  private func commands(
    named words: ArraySlice<String>,
    under path: [CommandDeclaration]
  ) throws(UsageError) -> [CommandDeclaration] {
    guard let word = words.first, word != "help" else { return path }
    let next = try subcommand(named: word)
    return try next.commands(named: words.dropFirst(), under: path + [next])
  }
}
