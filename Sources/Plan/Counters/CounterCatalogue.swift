extension CounterObject {
  /// All objects, those of the system first.
  public static let all: [CounterObject] = system + exchange + ours

  private static let system: [CounterObject] = [
    CounterObject(
      "Process",
      .processes,
      image: nil,
      [
        Counter("Handle Count", .level, "Handles that the process has open."),
        Counter("Private Bytes", .level, "Committed memory that is the process's alone."),
        Counter("Page File Bytes", .level, "What the process has reserved in the page file."),
        Counter("Virtual Bytes", .level, "Addresses that the process uses."),
        Counter("Working Set", .level, "Physical memory that the process uses."),
        Counter("Thread Count", .level, "Threads of the process."),
        Counter("Pool Paged Bytes", .level, "Paged pool charged to the process."),
        Counter("Pool Nonpaged Bytes", .level, "Nonpaged pool charged to the process."),
        Counter("% Processor Time", .level, "Share of the time that the process computes."),
        Counter("Elapsed Time", .level, "Seconds since the process started."),
      ]
    ),
    CounterObject(
      "Memory",
      .none,
      image: nil,
      [
        Counter("Available Bytes", .level, "Physical memory that is free."),
        Counter("Committed Bytes", .level, "Memory that the host has promised."),
        Counter("Commit Limit", .level, "Memory that the host can promise."),
        Counter("Pool Paged Bytes", .level, "Paged pool in use."),
        Counter("Pool Nonpaged Bytes", .level, "Nonpaged pool in use."),
        Counter("Pages/sec", .rate, "Pages read from and written to disk."),
      ]
    ),
    CounterObject(
      "Objects",
      .none,
      image: nil,
      [
        Counter("Processes", .level, "Processes on the host."),
        Counter("Threads", .level, "Threads on the host."),
      ]
    ),
    CounterObject(
      "LogicalDisk",
      .disks,
      image: nil,
      [
        Counter("Free Megabytes", .level, "Space that is free on the disk."),
        Counter("% Free Space", .level, "Share of the disk that is free."),
      ]
    ),
    CounterObject(
      "TCP",
      .none,
      image: nil,
      [Counter("Connections Established", .level, "TCP connections that are established.")]
    ),
  ]

  private static let exchange: [CounterObject] = [
    CounterObject(
      "MSExchangeIMC",
      .none,
      image: "msexcimc.exe",
      [
        Counter("Queued MTS-IN", .level, "Messages awaiting delivery to Exchange."),
        Counter("Bytes Queued MTS-IN", .level, "Bytes awaiting delivery to Exchange."),
        Counter("Messages Entering MTS-IN", .total, "Messages converted for Exchange."),
        Counter("Queued MTS-OUT", .level, "Messages awaiting conversion for the Internet."),
        Counter("Bytes Queued MTS-OUT", .level, "Bytes awaiting conversion for the Internet."),
        Counter("Messages Entering MTS-OUT", .total, "Messages handed over by Exchange."),
        Counter("Messages Leaving MTS-OUT", .total, "Messages converted for the Internet."),
        Counter("Connections Inbound", .level, "SMTP connections from other hosts."),
        Counter("Connections Outbound", .level, "SMTP connections to other hosts."),
        Counter("Connections Total Inbound", .total, "SMTP connections accepted."),
        Counter("Connections Total Outbound", .total, "SMTP connections that were made."),
        Counter("Connections Total Rejected", .total, "SMTP connections refused to others."),
        Counter("Connections Total Failed", .total, "SMTP connections that could not be made."),
        Counter("Queued Outbound", .level, "Messages awaiting delivery to the Internet."),
        Counter("Queued Inbound", .level, "Messages awaiting conversion for Exchange."),
        Counter("NDRs Total Inbound", .total, "Returns for outbound mail: the names are crossed."),
        Counter("NDRs Total Outbound", .total, "Returns for inbound mail: the names are crossed."),
        Counter("Inbound Bytes Total", .total, "Bytes received."),
        Counter("Outbound Bytes Total", .total, "Bytes sent."),
        Counter("Inbound Messages Total", .total, "Messages received."),
        Counter("Outbound Messages Total", .total, "Messages sent."),
        Counter("Total Messages Queued", .level, "Messages in all four queues."),
        Counter("Total Loops Detected", .total, "Messages that came round again."),
      ]
    ),
    CounterObject(
      "MSExchangeMTA",
      .none,
      image: "emsmta.exe",
      [
        Counter("Work Queue Length", .level, "Messages that wait in all queues."),
        Counter("Total Work Queue Bytes", .level, "Bytes that wait in all queues."),
        Counter("Messages/Sec", .rate, "Messages processed in a second."),
        Counter("Inbound Messages Total", .total, "Messages received."),
        Counter("Outbound Messages Total", .total, "Messages sent."),
        Counter("Inbound Bytes Total", .total, "Bytes received."),
        Counter("Outbound Bytes Total", .total, "Bytes sent."),
        Counter("Total Loops Detected", .total, "Messages that came round again."),
        Counter("Free Control Blocks", .level, "Control blocks that are free."),
      ]
    ),
    CounterObject(
      "MSExchangeMTA Connections",
      .connections,
      image: "emsmta.exe",
      [
        Counter("Queue Length", .level, "Messages that wait for the neighbour."),
        Counter("Queued Bytes", .level, "Bytes that wait for the neighbour."),
        Counter("Oldest Message Queued", .level, "Seconds that the oldest one has waited."),
        Counter("Current Outbound Associations", .level, "Associations opened by this side."),
        Counter("Current Inbound Associations", .level, "Associations opened by the other."),
        Counter("Failed Outbound Associations", .total, "Associations that did not open."),
      ]
    ),
    CounterObject(
      "MSExchangeIS",
      .none,
      image: "store.exe",
      [
        Counter("Connection Count", .level, "Client processes that are connected."),
        Counter("User Count", .level, "People who are connected."),
        Counter("RPC Requests", .level, "Requests in progress."),
      ]
    ),
    CounterObject(
      "MSExchangeIS Private",
      .none,
      image: "store.exe",
      [
        Counter("Logon Count", .level, "Logons to mailboxes."),
        Counter("Send Queue Size", .level, "Messages that wait to be sent."),
        Counter("Receive Queue Size", .level, "Messages that wait for their mailboxes."),
        Counter("Message Recipients Delivered", .total, "Recipients that got their mail."),
      ]
    ),
    CounterObject(
      "MSExchange Internet Protocols",
      .none,
      image: "store.exe",
      [
        Counter("POP3 Connections", .level, "POP3 clients that are connected."),
        Counter("POP3 Logon Failures", .total, "POP3 logons that failed."),
      ]
    ),
    CounterObject(
      "MSExchangeMSMI",
      .none,
      image: "mt.exe",
      [
        Counter("Messages Received", .total, "Messages from MS Mail handed to Exchange."),
        Counter("Messages Sent", .total, "Messages from Exchange put into mailbags."),
        Counter("Messages Returned", .total, "Non-delivery reports made."),
      ]
    ),
    CounterObject(
      "MSExchangePCMTA",
      .connectorInstances,
      image: "async.exe",
      [
        Counter("Messages Collected", .total, "Messages taken from post offices."),
        Counter("Messages Delivered", .total, "Messages put into post offices."),
      ]
    ),
  ]

  // MS Mail had no counters: these are what a look into the shares would have told.
  private static let ours: [CounterObject] = [
    CounterObject(
      "Post Office",
      .postOffices,
      image: nil,
      [
        Counter("Inbound Records", .level, "Records that wait in INQUEUE3."),
        Counter("Outbound Records", .level, "Records that wait in outbound mailbags."),
        Counter("Messages Delivered", .total, "Messages put into mailboxes."),
        Counter("Messages Returned", .total, "Non-delivery reports put into mailboxes."),
      ]
    )
  ]
}
