/// The rivals' sources, which this program carries in itself so that it runs from any folder.
enum PeerSources {
  /// The name of each file and its bytes.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("peer.cpp", PackageResources.peer_cpp),
    ("protocol.hpp", PackageResources.protocol_hpp),
    ("arithmetic.hpp", PackageResources.arithmetic_hpp),
    ("hold.hpp", PackageResources.hold_hpp),
    ("random.hpp", PackageResources.random_hpp),
    ("mm1.hpp", PackageResources.mm1_hpp),
    ("simpy_peer.py", PackageResources.simpy_peer_py),
  ]
}
