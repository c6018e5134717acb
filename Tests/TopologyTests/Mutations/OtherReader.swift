import Foundation

/// A reader of YAML that is not ours, ruamel.yaml, where the Python at hand has it.
enum OtherReader {
  /// What each text says, written again as JSON, which is YAML too; nil for what it refuses. Nil
  /// altogether without that reader.
  static func read(_ texts: [String]) -> [String?]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    guard let asked = try? JSONEncoder().encode(texts), (try? process.run()) != nil else {
      return nil
    }
    // A Python without that reader is gone before it reads; writing to it must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    // What is written before the other side reads must not fill the pipe.
    DispatchQueue.global().async {
      try? input.fileHandleForWriting.write(contentsOf: asked)
      try? input.fileHandleForWriting.close()
    }
    let answer = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try? JSONDecoder().decode([String?].self, from: answer)
  }

  // Scalars stay texts, as they are for us until a key gives them a type.
  private static let script = """
    import json, sys
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    def read(text):
        yaml = YAML(typ='base', pure=True)
        yaml.allow_duplicate_keys = False
        try:
            return json.dumps(yaml.load(text))
        except YAMLError:
            return None
    json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
    """
}
