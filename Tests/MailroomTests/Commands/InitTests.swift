import Command
import Schema
import Testing
import Topology

@testable import mailroom

@Suite("Starting topologies")
struct InitTests {
  @Test("what the program brings is the folder Topologies, file by file")
  func shipped() throws {
    let files = try Programs.topologies()
    #expect(ShippedTopologies.all.map(\.name).sorted() == files.map(\.name))
    for file in files {
      let own = ShippedTopologies.all.first { $0.name == file.name }
      #expect(own?.bytes == file.bytes, "\(file.name)")
    }
    #expect(Set(ShippedTopologies.choices).count == files.count)
  }

  @Test("each can be read without a remark, and names the schema that lies beside it")
  func sound() throws {
    for (name, bytes) in ShippedTopologies.all {
      let reading = Reading()
      #expect(Topologies.read(bytes, file: name, reading) != nil)
      #expect(reading.diagnostics.map(\.message).isEmpty, "\(name)")
      let first = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[0]
      #expect(first == "# yaml-language-server: $schema=\(SchemaFile.name)", "\(name)")
    }
  }

  @Test(
    "what init writes passes the check, and lies beside its schema",
    .enabled(if: Programs.isBuilt, "the program is not beside the tests"),
    arguments: ShippedTopologies.choices
  )
  func written(_ choice: String) throws {
    let run = try Programs.bash(
      "mkdir d; $M init --from \(choice) d/a.yaml && $M check d/a.yaml && ls d && $M schema | cmp - d/*.json"
    )
    #expect(run.ending == .exited(0), "\(run.errors)")
    #expect(run.output.hasSuffix("d/a.yaml: fine\na.yaml\n\(SchemaFile.name)\n"))
    #expect(run.output.contains("  mailroom check d/a.yaml"))
  }

  @Test(
    "nothing is ever overwritten",
    .enabled(if: Programs.isBuilt, "the program is not beside the tests")
  )
  func kept() throws {
    let run = try Programs.bash(
      """
      echo mine > a.yaml; $M init a.yaml; echo $?; cat a.yaml; ls
      ln -s nowhere l.yaml; $M init l.yaml; echo $?; ls
      echo '{}' > mailroom.schema.json; $M init b.yaml >/dev/null; echo $?; cat mailroom.schema.json
      $M init no/such/c.yaml; echo $?; $M init - | cmp - b.yaml; echo $?
      """
    )
    #expect(
      run.output == """
        73
        mine
        a.yaml
        73
        a.yaml
        l.yaml
        0
        {}
        73
        0

        """
    )
    #expect(
      run.errors == """
        mailroom: cannot write a.yaml: it is there already, and is never overwritten
        mailroom: cannot write l.yaml: it is there already, and is never overwritten
        mailroom: cannot write no/such/c.yaml: its folder does not exist

        """
    )
  }

  @Test(
    "a file that does not fit on the disk is not left there in part",
    .enabled(if: Programs.isBuilt, "the program is not beside the tests")
  )
  func full() throws {
    // A limit for the sizes of files takes the part of the full disk; its signal is not ours to catch.
    let run = try Programs.bash("trap '' XFSZ; ulimit -f 1; $M init a.yaml; echo $?; ls")
    #expect(run.output.hasSuffix("\n73\na.yaml\n"), "\(run.output)")
    #expect(run.errors.contains("cannot write mailroom.schema.json: File too large"))
  }
}
