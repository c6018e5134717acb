extension WorldLimits {
  /// What the simulation takes for granted and no key sets, for the list of assumptions.
  public static let assumptions: [Assumption] = [
    Assumption(
      name: "handles of a process",
      value: "10000, slow from 8000, RPC Server Busy from 9000",
      reason: "the texts tell of exhaustion, and give no number",
      provenance: .assumed
    ),
    Assumption(
      name: "commit limit and pools of a host",
      value: "slow from 80%, RPC Server Busy from 90%, Out of Virtual Memory from 95%, then a hang",
      reason: "the texts tell what is felt, and not at which amounts",
      provenance: .assumed
    ),
    Assumption(
      name: "pace of servers",
      value:
        "a message takes the store 40 ms, the MTA 60 ms, a conversion 120 to 250 ms, and more by size",
      reason: "mail that took no time would never wait",
      provenance: .assumed
    ),
    Assumption(
      name: "pace of links",
      value:
        "a message over a LAN takes 0.2 s and 2 ms/KiB, by modem 355 ms/KiB, by X.25 853 ms/KiB",
      reason: "the speed of the lines of the time",
      provenance: .assumed
    ),
    Assumption(
      name: "start of a host",
      value: "3m, then its services in their order",
      reason: "a restart takes what runs there away for so long",
      provenance: .assumed
    ),
    Assumption(
      name: "senders of the Internet",
      value: "try again after 15m, 30m, 1h and then every 4h, for 5d",
      reason: "what cannot be handed to us waits with them",
      provenance: .assumed
    ),
  ]
}
