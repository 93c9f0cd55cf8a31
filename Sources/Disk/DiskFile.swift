/// Reading, comparing and replacing one file of an open folder.
enum DiskFile {
    /// One name for each file, so that what a killed run left behind is used up by the next.
    static func temporaryName(_ name: String) -> String { "." + name + ".sitegen-new" }

    /// The contents of an open file that said to have `size` bytes, however many it has by now.
    static func contents(of file: Int32, size: Int, path: String) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var count = 0
            var grown = bytes
            bytes = []
            let filled = grown.count
            grown.append(contentsOf: repeatElement(0, count: room))
            grown.withUnsafeMutableBytes { buffer in
                // SAFETY: the slice lies inside the array, which is `filled + room` bytes long.
                count = System.read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            if count < 0 { throw FileError.last(.read, path) }
            grown.removeLast(room - count)
            bytes = grown
            if count == 0 { return bytes }
            room = max(1, size + 1 - bytes.count)
            if bytes.count > size { room = 65_536 }
        }
    }

    /// What bringing the file at `place` below `folder` to `bytes` would do: three system calls for a page of common size.
    static func compare(_ place: String, in folder: Int32, with bytes: [UInt8], path: @autoclosure () -> String) throws(FileError) -> UpdateOutcome {
        let existing = System.openOwnForReading(folder, place)
        if existing < 0 {
            if System.lastErrorIsMissing { return .created }
            throw FileError.last(.write, path())
        }
        defer { System.close(existing) }
        let count = System.compare(existing, with: bytes)
        if count < 0, System.lastError != System.isAFolder { throw FileError.last(.read, path()) }
        return count == bytes.count ? .unchanged : .replaced
    }

    /// Makes the file at `place` below `folder`, where nothing must be yet.
    static func create(_ place: String, in folder: Int32, with bytes: [UInt8], path: @autoclosure () -> String) throws(FileError) {
        let file = System.createNew(folder, place)
        if file < 0 { throw FileError.last(.write, path()) }
        let isWritten = write(bytes, to: file)
        let error = isWritten ? nil : FileError.last(.write, path())
        if System.close(file) < 0, error == nil { throw FileError.last(.write, path()) }
        if let error { throw error }
    }

    /// Replaces the file `name` of `folder` whole, by a temporary file that is renamed; `durably` waits for the disk.
    static func replace(
        _ name: String, in folder: Int32, with pieces: [[UInt8]], path: @autoclosure () -> String, durably: Bool
    ) throws(FileError) {
        let temporary = temporaryName(name)
        let file = System.createForWriting(folder, temporary)
        if file < 0 { throw FileError.last(.write, path()) }
        if !pieces.allSatisfy({ write($0, to: file) }) || (durably && System.sync(file) < 0) {
            let error = FileError.last(.write, path())
            System.close(file)
            _ = System.removeFile(folder, temporary)
            throw error
        }
        if System.close(file) < 0 || System.rename(folder, temporary, to: name) < 0 {
            let error = FileError.last(.write, path())
            _ = System.removeFile(folder, temporary)
            throw error
        }
        if durably, System.sync(folder) < 0 { throw FileError.last(.write, path()) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // SAFETY: the slice lies inside the array.
                System.write(file, UnsafeRawBufferPointer(rebasing: buffer[offset...]))
            }
            if count < 0 { return false }
            offset += count
        }
        return true
    }
}

extension FileError {
    /// The error of the system call that failed last.
    static func last(_ operation: FileError.Operation, _ path: String) -> FileError {
        let code = System.lastError
        return FileError(operation, path.isEmpty ? "." : path, code: code, reason: System.reason(code))
    }
}
