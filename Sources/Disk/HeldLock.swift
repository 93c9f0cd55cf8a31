/// A lock on an open handle, which the system lets go of when the process ends, however it ends. A class for its `deinit`.
final class HeldLock: FileLock {
    private let handle: Int32

    /// Takes over `handle`, which is closed with the lock.
    init(_ handle: Int32) {
        self.handle = handle
    }

    deinit {
        // Not by closing alone: a program that is being started at this moment still has a copy of the handle.
        System.unlock(handle)
        System.close(handle)
    }
}
