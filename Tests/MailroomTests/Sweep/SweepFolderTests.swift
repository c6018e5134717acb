import Command
import Experiment
import Kernel
import Plan
import Record
import Testing

@testable import mailroom

@Suite("The folder of a sweep's results")
struct SweepFolderTests {
  private func order(identity: UInt64 = 1, program: String = version) -> SweepOrder {
    SweepOrder(
      title: "made by hand",
      program: program,
      identity: identity,
      words: ["site.yaml"],
      seed: 1,
      start: CivilDate(year: 1999, month: 1, day: 4)!,
      duration: .days(1),
      expectations: [],
      axes: [Study.Axis(key: "volume", values: ["1", "2"])],
      points: [Study.Point(values: ["1"]), Study.Point(values: ["2"])],
      goal: SweepOrder.Goal(times: 3)
    )
  }

  private func digest(_ point: Int, _ replication: Int, value: Double = 1) -> RunDigest {
    RunDigest(
      place: RunPlace(point: point, replication: replication),
      ending: .complete,
      endSeconds: 86_400,
      eventCount: 1,
      fingerprint: 2,
      failure: nil,
      measures: [.init("mail.sent", value)]
    )
  }

  @Test("Runs are there as soon as they are added, and come back in their order")
  func runs() throws {
    let place = try TemporaryFolder("sweep")
    let path = "\(place.path)/new"
    let digests = [digest(1, 0), digest(0, 2), digest(0, 1, value: 0.1)]
    do {
      let (folder, found) = try SweepFolder.take(path, for: order(), resumes: false)
      #expect(found.digests.isEmpty)
      for (number, digest) in digests.enumerated() {
        try folder.add(digest)
        #expect(try SweepFolder.read(path)?.digests.count == number + 1)
      }
    }
    let found = try #require(try SweepFolder.read(path))
    #expect(found.order == order())
    #expect(found.digests == digests.sorted { $0.place < $1.place })
    #expect(found.complaints.isEmpty)
    #expect(try SweepFolder.read(place.path) == nil)
    try empty(path)
  }

  @Test("Of two lines that differ about a run neither counts, of two equal ones one does")
  func doubled() throws {
    let place = try TemporaryFolder("sweep")
    do {
      let (folder, _) = try SweepFolder.take(place.path, for: order(), resumes: false)
      for digest in [digest(0, 0), digest(0, 1), digest(0, 0, value: 2), digest(0, 1)] {
        try folder.add(digest)
      }
    }
    let found = try #require(try SweepFolder.read(place.path))
    #expect(found.digests == [digest(0, 1)])
    #expect(found.complaints.count == 1)
    #expect(found.complaints.first?.contains("runs.jsonl:4: ") == true)
    #expect(found.complaints.first?.contains("stands here twice and differs") == true)
  }

  @Test("A run of a point that the sweep does not have is left out")
  func stranger() throws {
    let place = try TemporaryFolder("sweep")
    do {
      let (folder, _) = try SweepFolder.take(place.path, for: order(), resumes: false)
      try folder.add(digest(7, 0))
    }
    #expect(try SweepFolder.read(place.path)?.digests == [])
  }

  @Test("A sweep of another version or of another file is refused by name, and left as it is")
  func foreign() throws {
    let place = try TemporaryFolder("sweep")
    let old = order(identity: 5, program: "0.0.1")
    do { _ = try SweepFolder.take(place.path, for: old, resumes: false) }
    let error = #expect(throws: FileFailure.self) {
      _ = try SweepFolder.take(place.path, for: order(), resumes: true)
    }
    #expect(error?.exitCode == .cannotWrite)
    #expect("\(error!)".contains("was made by version 0.0.1, and this is \(version)"))
    #expect(try SweepFolder.read(place.path)?.order == old)
  }

  /// A folder within a temporary one does not go away by itself.
  private func empty(_ path: String) throws {
    let finished = try ChildProcess.run("/bin/rm", ["-r", path])
    #expect(finished.ending == .exited(0))
  }

  @Test("Parts that differ about a run are not merged", .enabled(if: Programs.isBuilt))
  func disputed() throws {
    let place = try TemporaryFolder("sweep")
    for (name, value) in [("a", 1.0), ("b", 2), ("c", 1)] {
      let (folder, _) = try SweepFolder.take("\(place.path)/\(name)", for: order(), resumes: false)
      try folder.add(digest(0, 1, value: value))
    }
    func merge(_ names: String...) throws -> ChildProcess.Finished {
      let folders = names.map { "\(place.path)/\($0)" }
      return try ChildProcess.run(
        Programs.mailroom,
        ["merge"] + folders + ["--out", "\(place.path)/out", "--quiet"]
      )
    }
    let differing = try merge("a", "b")
    #expect(differing.ending == .exited(74))
    #expect(differing.errors.contains("run 2 of point 1 differs between"))
    // What stands in both and is the same is one run, and the others are missing.
    #expect(try merge("a", "c").ending == .exited(75))
    for name in ["a", "b", "c", "out"] { try empty("\(place.path)/\(name)") }
  }
}
