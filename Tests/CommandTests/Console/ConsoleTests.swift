import Testing
import Text

@testable import Command

@Suite("Console")
struct ConsoleTests {
  @Test("Colour wraps text in escapes, and nothing where there is nothing or no colour")
  func style() {
    #expect(Style(isColored: true).red("x") == "\u{1B}[31mx\u{1B}[0m")
    #expect(Style(isColored: true).bold("") == "")
    #expect(Style(isColored: false).green("x") == "x")
  }

  @Test(
    "The colour is known before the command line is understood",
    arguments: [
      (["--color", "always"], Console.Color.always), (["x", "--color=never"], .never),
      (["--color"], .auto), (["--color=pink"], .auto), ([], .auto),
    ]
  )
  func early(_ words: [String], _ color: Console.Color) {
    #expect(Console.color(in: words) == color)
  }

  @Test("A console that remembers keeps results and complaints apart")
  func remembering() {
    var console = Console.remembering()
    console.print("a")
    console.complain("b")
    console.write("c")
    #expect(console.printed == "a\nc")
    #expect(console.complained == "b\n")
    #expect(console.finish(.no) == .no)
  }

  @Test("What is shown in one line is cut at its last column, whole characters alone")
  func cut() {
    #expect(StatusLine.cut("abc", width: 3) == "abc")
    #expect(StatusLine.cut("abcd", width: 3) == "abc")
    #expect(StatusLine.cut("a日本", width: 4) == "a日")
    #expect(StatusLine.cut("日", width: 1) == "")
  }

  @Test("The exit codes are those that scripts rely on")
  func codes() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 70, 73, 74, 75, 130, 143])
  }
}
