import Plan

/// How much an Internet Mail Service writes of its sessions.
enum LoggingLevel: String, VocabularyWord {
  case none
  case minimum
  case medium
  case maximum

  /// What is written.
  var meaning: String {
    switch self {
    case .none: "Nothing."
    case .minimum: "That there was a session."
    case .medium: "The commands."
    case .maximum: "Everything."
    }
  }
}

/// What an instance of External does.
enum ExternalRoles: String, VocabularyWord {
  case both = "dispatch-and-mailer"
  case dispatch
  case mailer

  /// What it does.
  var meaning: String {
    switch self {
    case .both: "Moves mail between post offices and puts it into mailboxes."
    case .dispatch: "Moves mail between post offices only."
    case .mailer: "Puts mail into mailboxes only."
    }
  }
}

/// What a mail host of the Internet is.
enum MailHostProduct: String, VocabularyWord {
  case exchange
  case other

  /// What it is.
  var meaning: String {
    switch self {
    case .exchange: "An Exchange server."
    case .other: "Something else."
    }
  }
}

/// How POP3 clients log on.
enum LogonMechanism: String, VocabularyWord {
  case basic
  case ntlm

  /// How.
  var meaning: String {
    switch self {
    case .basic: "With USER and PASS."
    case .ntlm: "With AUTH NTLM, in three messages."
    }
  }
}

/// Where a tool runs.
enum CallerPlace: String, VocabularyWord {
  case remotely
  case locally

  /// Where.
  var meaning: String {
    switch self {
    case .remotely: "On another computer."
    case .locally: "On the computer that it looks at."
    }
  }
}

/// What a service does.
enum ServiceState: String, VocabularyWord {
  case running
  case stopped

  /// What it does.
  var meaning: String {
    switch self {
    case .running: "It runs."
    case .stopped: "It does not run."
    }
  }
}
