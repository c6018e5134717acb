extension CompletionTable {
  /// A function for zsh, which registers itself where it is sourced and runs where it is autoloaded.
  var zsh: String {
    """
    #compdef \(program)
    # Completions of \(program) for zsh. Try them: source <(\(program) completions zsh)
    _\(program)() {
    \(entries.map(function).joined(separator: "\n"))
      local path_=\(program) w
      local -a rest=("${(@)words[2,-1]}")
      local -i skipped=1
      while (( ${#rest} > 1 )); do
        w=$rest[1]
        case "$path_ $w" in
    \(entries.filter { !$0.command.subcommands.isEmpty }.flatMap(skips).joined(separator: "\n"))
    \(entries.dropFirst().map { "      \(Self.quoted($0.path))) path_=\"$path_ $w\" ;;" }.joined(separator: "\n"))
          '\(program) help') ;;
          '\(program) --color='*) ;;
          *) break ;;
        esac
        rest=("${(@)rest[2,-1]}")
        (( skipped++ ))
      done
      words=("$path_" "${(@)rest}")
      (( CURRENT -= skipped - 1 ))
      case $path_ in
    \(entries.map { "    \(Self.quoted($0.path))) \(functionName($0)) ;;" }.joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _\(program) ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi

    """
  }

  private func functionName(_ entry: Entry) -> String {
    "_" + entry.path.replacing(" ", with: "_") + "_words"
  }

  /// An option with a value before the subcommand takes two words.
  private func skips(_ entry: Entry) -> [String] {
    entry.valued.map {
      "      \(Self.quoted("\(entry.path) \($0.spelling)"))) rest=(\"${(@)rest[2,-1]}\"); (( skipped++ )) ;;"
    }
  }

  /// What completes the words of one command.
  private func function(_ entry: Entry) -> String {
    var lines = ["  \(functionName(entry))() {"]
    for (number, parameter) in (entry.valued + entry.positionals).enumerated() {
      if let words = Self.words(for: parameter) {
        let list = words.map(Self.quoted).joined(separator: " ")
        lines.append("    local -a values\(number)=(\(list))")
      }
    }
    if !entry.subcommands.isEmpty {
      let list = entry.subcommands.map { described($0.name, $0.summary) }.joined(separator: " ")
      lines.append("    local -a commands=(\(list))")
    }
    lines.append("    _arguments -S \\")
    var specifications = entry.command.parameters.filter { $0.shape == .flag }
      .map { Self.quoted("\($0.spelling)[\(escaped($0.summary))]") }
    for (number, parameter) in (entry.valued + entry.positionals).enumerated() {
      let action = Self.words(for: parameter) == nil ? "_files" : "compadd -a values\(number)"
      let message = escaped(parameter.name)
      specifications.append(
        parameter.place == .option
          ? Self.quoted(
            "\(parameter.isRepeated ? "*" : "")\(parameter.spelling)=[\(escaped(parameter.summary))]:\(message):\(action)"
          )
          : Self.quoted(
            "\(parameter.isRepeated ? "*" : "\(number - entry.valued.count + 1)"):\(message):\(action)"
          )
      )
    }
    if !entry.subcommands.isEmpty {
      specifications.append(Self.quoted("1:command:{ _describe -t commands command commands }"))
    }
    specifications.append(Self.quoted("--help[Show the help.]"))
    if entry.isRoot { specifications.append(Self.quoted("--version[Say which version this is.]")) }
    lines.append(specifications.map { "      \($0)" }.joined(separator: " \\\n"))
    lines.append("  }")
    return lines.joined(separator: "\n")
  }

  private func described(_ name: String, _ summary: String) -> String {
    Self.quoted("\(name.replacing(":", with: "\\:")):\(summary)")
  }

  /// A sentence within brackets or between colons.
  private func escaped(_ text: String) -> String {
    var shown = ""
    for letter in text {
      if "\\[]:".contains(letter) { shown += "\\" }
      shown.append(letter)
    }
    return shown
  }
}
