import Schema

/// One thing that is done.
struct StepEntry: Record {
  static let name = "step"
  static let summary = "One thing that is done."

  let action: Written<Action>
  let host: Written<String>?
  let routes: Written<[Named<RouteText>]>?

  /// What is done.
  enum Action: Sendable {
    case install(String)
    case start(String)
    case stop(String)
    case restart(String)
    case reboot(String)
    case route(String)
    case removeItems(String)
  }

  init(_ keys: inout Keys) {
    action = keys.oneOf([
      Alternative(
        "install",
        Shape<String>.line,
        "A service pack or a hotfix: `5.5 SP4`, `NT 4.0 SP4`, `Q269183`.",
        example: "5.5 SP4"
      ) { .install($0.value) },
      Alternative(
        "start",
        Shape<String>.serviceName,
        "Starts a service.",
        example: "MSExchangeIMC"
      ) { .start($0.value) },
      Alternative(
        "stop",
        Shape<String>.serviceName,
        "Stops a service and those that depend on it.",
        example: "MSExchangeIS"
      ) { .stop($0.value) },
      Alternative(
        "restart",
        Shape<String>.serviceName,
        "Stops a service and starts it again, with those that depend on it.",
        example: "MSExchangeIMC"
      ) { .restart($0.value) },
      Alternative(
        "reboot",
        Shape<String>.hostName,
        "Starts a host again.",
        example: "HUB1"
      ) { .reboot($0.value) },
      Alternative(
        "route",
        Shape<String>.postOfficeName,
        "Gives a post office other `routes`.",
        example: "HQ/SALES"
      ) { .route($0.value) },
      Alternative(
        "remove-items",
        Shape<String>.serviceName,
        "Removes what stops a service at each start.",
        example: "MSExchangeIMC"
      ) { .removeItems($0.value) },
    ])
    host = keys.optional("host", .hostName, "The host it is done on.", example: "HUB1")
    routes = keys.optional(
      "routes",
      .named(.routeTarget, of: .route),
      "The new routes.",
      example: "{ HQ/PLANT: direct, others: via HQ/SHADOW }"
    )
  }
}
