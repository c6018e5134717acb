extension CompletionTable {
  /// A function for bash, and its registration.
  ///
  /// Bash hands over the words as they were typed, and breaks them at `=` and `:`.
  var bash: String {
    """
    # Completions of \(program) for bash. Try them: source <(\(program) completions bash)
    _\(program)() {
      local typed=${COMP_WORDS[COMP_CWORD]} before='' path=\(program) position=0 skip='' end='' i w
      ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD-1]}
      if [[ $typed == = ]]; then typed=''; elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        w=${COMP_WORDS[i]}
        if [[ $w == = ]]; then skip=1; continue; fi
        if [[ $skip ]]; then skip=''; continue; fi
        if [[ $end || $w != -?* ]]; then
          case "$path $w" in
    \(cases(entries.dropFirst().map(\.path), "path=\"$path $w\""))
            '\(program) help') path=\(Self.quoted("\(program) help")) ;;
            *) ((position++)) ;;
          esac
        elif [[ $w == -- ]]; then
          end=1
        else
          case "$path $w" in
    \(cases(valuedPaths, "skip=1"))
          esac
        fi
      done
      local -a words=()
      local files=''
      case "$path $before" in
    \(valueCases)
        *) skip='' ;;
      esac
      if [[ ! $skip ]]; then
        if [[ $typed == -* && ! $end ]]; then
          case $path in
    \(entries.map { bashCase($0.path, $0.options.map(\.spelling)) }.joined(separator: "\n"))
          esac
        else
          case "$path $position" in
    \(positionCases)
          esac
        fi
      fi
      COMPREPLY=()
      if [[ $files ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -f -- "$typed")
        return
      fi
      for w in "${words[@]}"; do
        printf -v i %q "$w"
        [[ $w == "$typed"* || $i == "$typed"* ]] && COMPREPLY+=("$i")
      done
    }
    complete -F _\(program) \(program)

    """
  }

  private var valuedPaths: [String] {
    entries.flatMap { entry in entry.valued.map { "\(entry.path) \($0.spelling)" } }
  }

  private func cases(_ paths: [String], _ action: String) -> String {
    paths.map { "        \(Self.quoted($0))) \(action) ;;" }.joined(separator: "\n")
  }

  /// The values of options, by the command and the option before.
  private var valueCases: String {
    entries.flatMap { entry in
      entry.valued.map { parameter in
        let path = Self.quoted("\(entry.path) \(parameter.spelling)")
        return "    \(path)) skip=1; \(offer(parameter)) ;;"
      }
    }.joined(separator: "\n")
  }

  /// The words that are no options, by the command and how many stand before.
  private var positionCases: String {
    var lines: [String] = []
    for entry in entries {
      if !entry.subcommands.isEmpty {
        lines.append(bashCase("\(entry.path) 0", entry.subcommands.map(\.name)))
      }
      for (number, parameter) in entry.positionals.enumerated() {
        let pattern =
          parameter.isRepeated
          ? "\(Self.quoted(entry.path + " "))*" : Self.quoted("\(entry.path) \(number)")
        lines.append("        \(pattern)) \(offer(parameter)) ;;")
      }
    }
    let commands = entries[0].command.subcommands.map(\.name)
    lines.append(bashCase("\(program) help 0", commands))
    return lines.joined(separator: "\n")
  }

  private func offer(_ parameter: ParameterDeclaration) -> String {
    guard let words = Self.words(for: parameter) else { return "files=1" }
    return "words=(\(words.map(Self.quoted).joined(separator: " ")))"
  }

  private func bashCase(_ path: String, _ words: [String]) -> String {
    "        \(Self.quoted(path))) words=(\(words.map(Self.quoted).joined(separator: " "))) ;;"
  }
}
