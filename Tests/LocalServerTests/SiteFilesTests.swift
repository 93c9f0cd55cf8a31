import Disk
import Testing
import TestSupport
@testable import LocalServer

@Suite struct SiteFilesTests {
    private let disk = MemoryFileSystem([
        "public/index.html": "<p>home", "public/404.html": "<p>nothing", "public/sunrise/index.html": "<p>sunrise", "public/assets/a b.svg": "<svg/>",
        "public/.htaccess": "secret", "public/.git/config": "secret", "manifest.json": "secret", "public/data": "x",
    ])

    private func get(_ path: String) throws -> HTTPResponse? {
        try SiteFiles(disk: disk, folder: "public").response(for: path) { $0 + Array("!".utf8) }
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8", "<p>home!"), ("/index.html", "text/html; charset=utf-8", "<p>home!"),
        ("/sunrise/", "text/html; charset=utf-8", "<p>sunrise!"), ("/assets/a b.svg", "image/svg+xml", "<svg/>"), ("/data", "application/octet-stream", "x"),
    ])
    func `files come with their type, and pages adapted`(path: String, type: String, body: String) throws {
        #expect(try get(path) == HTTPResponse(.ok, type: type, body: Array(body.utf8)))
    }

    @Test(arguments: [
        "/../manifest.json", "/sunrise/../../manifest.json", "/.htaccess", "/.git/config", "//manifest.json", "/sunrise//", "/a\\..\\b", "/nothing", "/nothing/",
        "/./index.html", "/assets/", "/..", "/data/",
    ])
    func `what is outside, hidden or missing gets the site's own 404 page`(path: String) throws {
        #expect(try get(path) == HTTPResponse(.notFound, type: "text/html; charset=utf-8", body: Array("<p>nothing!".utf8)))
    }

    @Test func `a folder without its slash is sent on, and never to another host`() throws {
        #expect(try get("/sunrise")?.location == "/sunrise/")
        #expect(try get("//sunrise")?.status == .notFound)
    }

    @Test func `no site at all is no answer`() throws {
        #expect(try SiteFiles(disk: MemoryFileSystem([:]), folder: "public").response(for: "/", adapt: { $0 }) == nil)
    }
}
