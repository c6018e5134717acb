/// Whole sites, from their topologies on: an operation is an event, or with articles a run.
///
/// An event is something that happens in the site. What is looked for and not there is none: a mover
/// that finds nothing to fetch has not looked. What each part costs stands in ARCHITECTURE.md.
let siteCases: [Case] =
  [
    Case(
      "site/average",
      warmUp: 1_000_000,
      // 12 million events a second; a year under 64 MB.
      limits: [.nanoseconds(83), .counter("resident_megabytes", atMost: 64)]
    ) { SiteWorkload(.shipped("average-site", duration: "365d")) }
  ]
  + [
    postOfficesCase("10", networks: 1, offices: 10, duration: "365d", limits: []),
    postOfficesCase("1e3", networks: 1, offices: 1_000, duration: "365d", limits: []),
    postOfficesCase(
      "1e5",
      networks: 100,
      offices: 1_000,
      duration: "1d",
      limits: [.times(3, of: "site/post-offices/10")]
    ),
  ]
  + SiteText.articles.map { article in
    Case("site/articles/\(article.id)", limits: [.nanoseconds(1e9)]) {
      WholeRunWorkload(SiteText(bytes: article.bytes))
    }
  }

private func postOfficesCase(
  _ size: String,
  networks: Int,
  offices: Int,
  duration: String,
  limits: [Limit]
) -> Case {
  // Memory is touched for the first time while the site fills: that is over when it is timed.
  Case("site/post-offices/\(size)", warmUp: networks * 30_000, limits: limits) {
    SiteWorkload(.postOffices(networks: networks, of: offices, duration: duration))
  }
}
