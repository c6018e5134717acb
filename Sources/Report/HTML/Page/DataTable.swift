/// Rows of words below their heads; the first column names the row.
struct DataTable {
  let heads: [String]
  let rows: [[String]]
  /// The columns that hold numbers, which stand to the right.
  let numbers: Range<Int>

  /// A table.
  init(heads: [String], rows: [[String]], numbers: Range<Int> = 0..<0) {
    self.heads = heads
    self.rows = rows
    self.numbers = numbers
  }

  /// Writes the table behind a line that opens it.
  func write(folded summary: String, _ page: inout MarkupWriter) {
    page.element(.details) { page in
      page.element(.summary, [:], summary)
      write(&page, label: summary)
    }
  }

  /// Writes the table; where it is wider than the page it is moved by itself.
  func write(_ page: inout MarkupWriter, label: String) {
    page.element(.div, [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: label]) {
      page in
      page.element(.table) { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for (place, head) in heads.enumerated() { cell(.th, "col", head, place, &page) }
          }
        }
        page.element(.tbody) { page in
          for row in rows {
            page.element(.tr) { page in
              for (place, words) in row.enumerated() {
                cell(place == 0 ? .th : .td, "row", words, place, &page)
              }
            }
            page.line()
          }
        }
      }
    }
  }

  private func cell(
    _ tag: Tag,
    _ scope: String,
    _ words: String,
    _ place: Int,
    _ page: inout MarkupWriter
  ) {
    let isNumber = numbers.contains(place)
    switch (tag, isNumber) {
    case (.th, true): page.element(.th, [.scope: scope, .class: "number"], words)
    case (.th, false): page.element(.th, [.scope: scope], words)
    case (_, true): page.element(.td, [.class: "number"], words)
    case (_, false): page.element(.td, [:], words)
    }
  }
}
