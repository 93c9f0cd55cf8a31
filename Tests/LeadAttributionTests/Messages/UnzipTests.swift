import ByteText
import Diagnostics
import Foundation
@testable import LeadAttribution
import Testing

private let hasUnzip = UnzipArchive().entries(ofArchive: "no such archive.zip") != .toolMissing

/// Archives on a disk, read through the system's `unzip`.
@Suite(.enabled(if: hasUnzip, "unzip is not installed"))
struct UnzipTests {
    /// Reads an archive called `name` with `files`, after `change` to its bytes, from a folder that is removed afterwards.
    func read(
        _ files: [(name: String, text: String)], name: String = "WhatsApp Chat - Ann [1].zip", change: (inout [UInt8]) -> Void = { _ in }
    ) throws -> (reading: Reading, left: [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("attribution-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // A folder that stays behind harms nobody.
        var bytes = StoredArchive.bytes(files)
        change(&bytes)
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        let reading = try Reading(path: folder.appendingPathComponent(name).path)
        return (reading, try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    @Test func `a chat comes out of an archive, whatever its names are, and nothing is left on the disk`() throws {
        for name in ["_chat.txt", "Чат WhatsApp с Ира [1]*?.txt", "-p.txt", "a\\b.txt", "dir/WhatsApp Chat with Ann.txt"] {
            let (reading, left) = try read([("IMG-1.jpg", "x"), (name, ArchiveTests.chat)])
            #expect(reading.texts == ["Код: KTM482", "hi"], "\(name)")
            #expect(reading.ids == [], "\(name)")
            #expect(left == ["WhatsApp Chat - Ann [1].zip"])
        }
    }

    @Test func `names that climb out write nothing`() throws {
        let (reading, left) = try read([("../../evil.txt", "no chat"), ("_chat.txt", ArchiveTests.chat)])
        #expect(reading.texts.count == 2)
        #expect(reading.ids == ["R006", "R005"])
        #expect(left.count == 1)
    }

    @Test func `a damaged archive is said to be damaged`() throws {
        let chat = [(name: "_chat.txt", text: ArchiveTests.chat)]
        #expect(try read(chat) { $0.removeLast(30) }.reading.ids == ["R003"])
        let wrongSum = try read(chat) { $0[60] ^= 1 }.reading
        #expect(wrongSum.ids == ["R003"])
    }

    @Test func `a file that is not there is an error that says so`() throws {
        let reading = try Reading(path: "/no/such/file.txt")
        #expect(reading.ids == ["R001"])
        #expect(reading.diagnostics.first?.message == "the file cannot be read: there is no such file")
        #expect(try Reading(path: "/").ids == ["R001"])
    }
}

/// Writes archives whose entries are not compressed (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
enum StoredArchive {
    static func bytes(_ files: [(name: String, text: String)]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let text = Array(file.text.utf8)
            let name = Array(file.name.utf8)
            // Version 2.0, names in UTF-8, stored, 1 January 2026.
            let common = little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x5C21, 2) + little(Int(checksum(text)), 4)
                + little(text.count, 4) + little(text.count, 4) + little(name.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
                + little(archive.count, 4) + name
            archive += little(0x0403_4B50, 4) + common + name + text
        }
        return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = .max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
