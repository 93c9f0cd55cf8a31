import Manifest
import PartnerCodes
import Testing

@Suite struct FileOwnershipTests {
    private func manifest() throws -> Manifest {
        func partner(_ id: String, _ slug: String, _ code: String, earlier: [String] = [], files: [String]? = nil) throws -> Manifest.Partner {
            Manifest.Partner(
                id: try PartnerID(id), name: id, slug: slug, status: .active, page: "", codes: [try PartnerCode(code)], earlierSlugs: earlier, files: files)
        }
        return Manifest(
            generator: "", baseURL: "", languages: [], messages: [], files: ["index.html"], partnerFiles: ["index.html", "en/index.html"],
            partners: [
                try partner("c", "deep/er", "CCCC"), try partner("a", "one", "AAAA", earlier: ["old"]), try partner("b", "two", "BBBB", files: ["x"]),
                try partner("d", "none", "DDDD", files: []),
            ])
    }

    @Test func `the owned files are those of the site, then those of each partner`() throws {
        #expect(Array(try manifest().ownedFiles) == [
            "index.html", "one/en/index.html", "one/index.html", "old/en/index.html", "old/index.html", "two/x",
            "deep/er/en/index.html", "deep/er/index.html",
        ])
    }

    @Test func `a path is owned exactly when it is listed`() throws {
        let ownership = FileOwnership(try manifest())
        for path in try manifest().ownedFiles { #expect(ownership.owns(path)) }
        for path in ["", "one", "one/", "/index.html", "en/index.html", "two/index.html", "deep/index.html", "none/index.html", "one/x", "old/x", "CNAME"] {
            #expect(!ownership.owns(path))
        }
    }
}
