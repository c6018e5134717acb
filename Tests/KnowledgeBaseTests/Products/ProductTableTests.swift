import Testing
@testable import KnowledgeBase
@Test func x() { #expect(ProductTable.shared.products.count == 7) }
