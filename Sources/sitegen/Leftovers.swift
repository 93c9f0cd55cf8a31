import Synchronization

/// What a command is done with and leaves to the system, which takes it back as a whole when the process ends: to free many thousand partners
/// one by one takes a twentieth of their build.
///
/// A class because whoever ends the process owns it.
final class Leftovers: Sendable {
    private let kept = Mutex<[any Sendable]>([])

    func keep(_ value: some Sendable) {
        kept.withLock { $0.append(value) }
    }
}
