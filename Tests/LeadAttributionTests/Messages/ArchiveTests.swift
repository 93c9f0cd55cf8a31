import Disk
@testable import LeadAttribution
import Testing

/// An archive in memory.
struct StandInArchive: ArchiveTool {
    var listing: ArchiveListing
    var contents: [String: String] = [:]
    var fault: SourceFault?

    init(_ files: [(name: String, text: String)], fault: SourceFault? = nil) {
        listing = .entries(files.map { ArchiveEntry(name: $0.name, size: $0.text.utf8.count) })
        for file in files { contents[file.name] = file.text }
        self.fault = fault
    }

    init(_ listing: ArchiveListing) { self.listing = listing }

    func entries(ofArchive path: String) -> ArchiveListing { listing }

    func open(_ entry: ArchiveEntry, ofArchive path: String, limit: Int) throws(FileError) -> any ByteSource {
        FaultySource(source: MemorySource(Array((contents[entry.name] ?? "").utf8)), fault: fault)
    }
}

private struct FaultySource: ByteSource {
    var source: MemorySource
    var fault: SourceFault?

    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int { try source.read(into: &buffer, range) }
    mutating func restart() throws(FileError) -> Bool { try source.restart() }
}

@Suite struct ArchiveTests {
    static let chat = "14.03.2025, 09:15 - Ann: Код: KTM482\n14.03.2025, 09:16 - Shiba: hi\n"

    func read(_ archive: StandInArchive, name: String = "WhatsApp Chat - Ann.zip") throws -> Reading {
        var options = ReadingOptions()
        options.archiveTool = archive
        let source = MemorySource([0x50, 0x4B, 0x03, 0x04])
        var reader = try MessageSource.open(source, name: name, archive: (name, 4), options: options)
        return try Reading(draining: &reader)
    }

    @Test func `the chat is found among pictures and decoys`() throws {
        let plain = try read(StandInArchive([("IMG-1.jpg", "x"), ("_chat.txt", Self.chat)]))
        #expect(plain.texts == ["Код: KTM482", "hi"])
        #expect(plain.messages.first?.source == "WhatsApp Chat - Ann.zip")
        #expect(plain.ids == [] && plain.chat?.title == "Ann")
        let decoys = try read(StandInArchive([
            ("big.txt", String(repeating: "no chat\n", count: 1_000)), ("a/WhatsApp Chat with Ann.txt", Self.chat), ("__MACOSX/._chat.txt", Self.chat),
            ("folder.txt/", ""),
        ]))
        #expect(decoys.texts == ["Код: KTM482", "hi"])
        #expect(decoys.ids == ["R005"])
        let fake = try read(StandInArchive([("_chat.txt", "nothing\n"), ("real.TXT", Self.chat)]))
        #expect(fake.texts == ["Код: KTM482", "hi"])
    }

    @Test func `an archive without a chat says so`() throws {
        #expect(try read(StandInArchive([("a.jpg", "x")])).ids == ["R004"])
        #expect(try read(StandInArchive([("a.txt", "x")])).ids == ["R004"])
        #expect(try read(StandInArchive(.toolMissing)).ids == ["R002"])
        #expect(try read(StandInArchive(.unreadable)).ids == ["R003"])
        #expect(try Reading(Array("PK\u{3}\u{4}".utf8), name: "<stdin>").ids == ["R009"])
    }

    @Test func `names that climb out, bombs and damage are said`() throws {
        let climber = try read(StandInArchive([("../../etc/_chat.txt", Self.chat)]))
        #expect(climber.texts.count == 2 && climber.ids == ["R006"])
        #expect(try read(StandInArchive([("_chat.txt", Self.chat)], fault: .tooLong(limit: 1 << 20))).ids == ["R007"])
        #expect(try read(StandInArchive([("_chat.txt", Self.chat)], fault: .damaged)).ids == ["R003"])
    }

    @Test func `names of entries and archives reach unzip as they are meant`() {
        #expect(UnzipArchive.pattern(Array("Chat [1]*?\\.txt".utf8)) == Array("Chat \\[1\\]\\*\\??.txt".utf8))
        #expect(UnzipArchive.pattern(Array("-x.txt".utf8)) == Array("\\-x.txt".utf8))
        #expect(UnzipArchive.argument("-x.zip") == Array("./-x.zip".utf8))
        #expect(UnzipArchive.entries(inListing: Array("""
            Archive:  a.zip
            Zip file size: 600 bytes, number of entries: 2
            ?rw-------  2.0 unx        6 b- defN 26-Nov-22 19:39 Чат WhatsApp с Имя [1].txt
            drwxr-xr-x  2.0 unx        0 b- stor 26-Nov-22 19:39 a/
            2 files, 24 bytes uncompressed, 34 bytes compressed:  -41.7%
            """.utf8)) == [ArchiveEntry(name: "Чат WhatsApp с Имя [1].txt", size: 6), ArchiveEntry(name: "a/", size: 0)])
    }

    @Test func `without unzip the message says what to install`() throws {
        #expect(UnzipArchive(program: "no-such-program-here").entries(ofArchive: "a.zip") == .toolMissing)
    }
}
