import SiteBuild
import Testing
import TestSupport

/// What a build costs, in counts: times belong to machines.
@Suite struct BuildCostTests {
    private static let languages = 2

    private func site(partners: Int) -> MemoryFileSystem {
        let rows = (0..<partners).map { "p-\($0),Partner \($0)" }
        return SiteText.site("-- partners/all.csv --\n" + (["id,name"] + rows).joined(separator: "\n") + "\n")
    }

    /// How often the disk is asked for something by a first build, by one that finds nothing to do, and by one that finds one partner more.
    private func operations(partners: Int) throws -> (first: Int, unchanged: Int, added: Int) {
        let disk = site(partners: partners)
        _ = try SiteBuilder.on(disk).run(.build)
        let first = disk.operations
        disk.forgetWrites()
        _ = try SiteBuilder.on(disk).run(.build)
        let unchanged = disk.operations
        #expect(disk.writes == [])
        disk["partners/all.csv"]? += "new,New\n"
        disk.forgetWrites()
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk.writes.count == 1 + Self.languages + 2, "the ledger, the new pages, the manifest and its renaming")
        return (first, unchanged, disk.operations)
    }

    @Test func `each partner more costs one look at its folder, and a write a page when that is new or the whole site is`() throws {
        let (few, more, many) = (try operations(partners: 1), try operations(partners: 11), try operations(partners: 201))
        #expect(more.unchanged - few.unchanged == 10)
        #expect(many.unchanged - more.unchanged == 190)
        #expect(more.added - few.added == 10)
        #expect(many.added - more.added == 190)
        #expect(more.first - few.first == 10 * Self.languages)
        #expect(many.first - more.first == 190 * Self.languages)
    }
}
