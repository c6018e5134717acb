/// The topologies that come with the program: the files of the folder Topologies.
enum ShippedTopologies {
  /// Each file under its name, without what ends it; `small` first, as the default.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("small", PackageResources.small_yaml),
    ("average-site", PackageResources.average_site_yaml),
    (
      "q175982-mail-host-that-never-speaks",
      PackageResources.q175982_mail_host_that_never_speaks_yaml
    ),
    ("q192265-srvinfo-and-smtp-service", PackageResources.q192265_srvinfo_and_smtp_service_yaml),
    (
      "q197142-rerouting-and-a-dropped-ehlo",
      PackageResources.q197142_rerouting_and_a_dropped_ehlo_yaml
    ),
    (
      "q214573-wrong-passwords-over-pop3", PackageResources.q214573_wrong_passwords_over_pop3_yaml
    ),
    (
      "q260554-transit-through-windows-2000",
      PackageResources.q260554_transit_through_windows_2000_yaml
    ),
  ]

  /// What each is called where one is chosen: the article that it shows, or the name of its file.
  static let choices: [String] = all.map { choice($0.name) }

  /// The text of a choice.
  static func text(of choice: String) -> String? {
    all.first { self.choice($0.name) == choice }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static func choice(_ name: String) -> String {
    let first = name.prefix { $0 != "-" }
    let isArticle =
      first.first == "q" && first.count > 1 && first.dropFirst().allSatisfy(\.isNumber)
    return isArticle ? first.uppercased() : name
  }
}
