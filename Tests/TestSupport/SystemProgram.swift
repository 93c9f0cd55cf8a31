import Foundation

/// A program of the system that reads its standard input.
package struct SystemProgram {
    private let name: String

    package static let zbar = SystemProgram(name: "zbarimg")
    package static let rsvg = SystemProgram(name: "rsvg-convert")

    private var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    package var isInstalled: Bool { path != nil }

    /// What zbar reads, without the line ending that it adds.
    package func read(png: [UInt8]) throws -> String {
        let output = try run(["-q", "--raw", "-Sdisable", "-Sqrcode.enable", "png:-"], input: png)
        return String(decoding: output.dropLast(), as: UTF8.self)
    }

    package func run(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? name)
        process.arguments = arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }  // the system clears what is left of temporary files
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](bytes)
    }
}
