import Command

Program(benchmarksCommand, version: "0.1.0").runAndExit()
