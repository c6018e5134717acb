import Kernel
import KnowledgeBase
import Plan
import Schema
import Text

extension Explanations {
  /// Product lines and hotfixes.
  static var products: [Explanation] {
    let table = ProductTable.shared
    return table.products.map { product in
      Explanation(
        .products,
        product.description,
        otherNames: product.releases.map { "\(product) \($0.name)" },
        product.title + "."
      ) { page(of: product) }
    }
      + table.products.flatMap { product in
        product.hotfixes.map { hotfix in
          let summary = "A hotfix for \(product) \(product.releases[hotfix.follows].name)."
          return Explanation(.hotfixes, hotfix.id, otherNames: hotfix.carries, summary) {
            page(of: hotfix, product, summary)
          }
        }
      }
  }

  private static func page(of product: Product) -> Page {
    Page(
      product.description,
      product.title + ".",
      [
        .rows(
          title: "releases",
          product.releases.map { release in
            let others = release.otherNames.map { ", also called \($0)" }.joined()
            let date = release.released.map { ", \(Shape<CivilDate>.date.text(of: $0))" } ?? ""
            return .init(release.name, "build \(release.build)\(date)\(others)")
          }
        ),
        .rows(
          title: "files",
          product.components.map { .init($0.file, $0.purpose) }
        ),
        .rows(
          title: "hotfixes",
          product.hotfixes.map { .init($0.id, "for \(product.releases[$0.follows].name)") }
        ),
      ]
    )
  }

  private static func page(of hotfix: Hotfix, _ product: Product, _ summary: String) -> Page {
    Page(
      hotfix.id,
      summary,
      [
        .rows(
          title: "",
          [
            .init(
              "editions",
              hotfix.editions.map(\.rawValue).joined(separator: ", ")
            ),
            .init("included", hotfix.includedIn.map { "in \(product.releases[$0].name)" } ?? ""),
            .init("carries", hotfix.carries.joined(separator: ", ")),
            .init("source", hotfix.provenance.description),
          ].filter { !$0.text.isEmpty }
        ),
        .rows(title: "files", hotfix.files.map { .init($0.file, $0.version.description) }),
      ]
    )
  }
}
