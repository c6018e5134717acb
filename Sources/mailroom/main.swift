import Command

Program(mailroom, version: version).runAndExit()
