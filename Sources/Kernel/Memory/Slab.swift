#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A fixed number of elements in one piece of memory, all zero bits at first, freed with the slab.
///
/// Every structure of the kernel keeps its state in slabs that it makes at its creation, and so never
/// allocates afterwards. A slab of a megabyte or more asks for huge pages; of any slab only the pages
/// that were touched are resident. The zero bit pattern must be a valid `Element`.
@frozen @safe
public struct Slab<Element: BitwiseCopyable>: ~Copyable {
  /// How many elements there are.
  public let count: Int

  /// The first element; valid as long as the slab.
  @usableFromInline let storage: UnsafeMutablePointer<Element>

  /// A slab of `count` zero elements.
  public init(count: Int) {
    precondition(count >= 0, "a slab cannot have a negative count")
    self.count = count
    let bytes = Self.bytes(count: count)
    let memory = unsafe reserve(bytes: bytes)
    unsafe storage = memory.bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    unsafe release(storage, bytes: Self.bytes(count: count))
  }

  /// How many bytes a slab of `count` elements holds; also the most that will ever be resident of it.
  public static func bytes(count: Int) -> Int {
    roundedToPages(count * MemoryLayout<Element>.stride)
  }

  /// How many bytes this slab holds.
  public var bytes: Int { Self.bytes(count: count) }

  /// The element at `index`, which must be one of the slab's.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "index outside the slab")
      return unsafe storage[index]
    }
    _modify {
      precondition(index >= 0 && index < count, "index outside the slab")
      yield unsafe &storage[index]
    }
  }

  /// The first element's address, for a hot loop that has proved its bounds; valid as long as the slab.
  @unsafe @inlinable
  public var unchecked: UnsafeMutablePointer<Element> { unsafe storage }
}

// The memory is the slab's own, and a slab has one owner at a time.
extension Slab: @unchecked Sendable where Element: Sendable {}

/// From this size on a slab is mapped by itself, on huge pages where the system has them.
private let mappedFrom = 1 << 20

private let pageBytes = 4_096

private func roundedToPages(_ bytes: Int) -> Int {
  bytes < mappedFrom ? max(bytes, 1) : (bytes + pageBytes - 1) / pageBytes * pageBytes
}

private func reserve(bytes: Int) -> UnsafeMutableRawPointer {
  if bytes < mappedFrom {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return unsafe memory
  }
  let access = PROT_READ | PROT_WRITE
  let memory = unsafe mmap(nil, bytes, access, MAP_PRIVATE | anonymous, -1, 0)
  guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
    fatalError("the system has no room for \(bytes) bytes")
  }
  #if os(Linux)
    // A refusal costs speed and nothing else.
    _ = unsafe madvise(memory, bytes, 14 /* MADV_HUGEPAGE */)
  #endif
  return unsafe memory
}

#if os(Linux)
  private let anonymous = Int32(0x20)
#else
  private let anonymous = MAP_ANON
#endif

private func release(_ memory: UnsafeMutableRawPointer, bytes: Int) {
  if bytes < mappedFrom {
    unsafe memory.deallocate()
  } else {
    _ = unsafe munmap(memory, bytes)
  }
}
