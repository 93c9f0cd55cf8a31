import Foundation
import Testing

/// `sitegen serve`, as a browser and an editor see it. Each test ends its server, whatever happens.
@Suite struct ServeTests {
    /// A site of one partner with its server, stopped with the value.
    final class Serving {
        let folder: TemporaryFolder
        let root: URL
        let running: Program.Running
        let port: UInt16

        init(_ more: String..., named name: String = "Мой сайт") throws {
            folder = try TemporaryFolder()
            root = folder.url.appending(path: name)
            _ = try Program.sitegen.run(["init", name, "--name", "Shop", "--phone", "+66812345678", "--languages", "en"], in: folder.url)
            _ = try Program.sitegen.run(["new", "Anna", "--root", name], in: folder.url)
            running = try Program.sitegen.start(["serve", "--root", name, "--port", "0"] + more, in: folder.url)
            var address = ""
            for _ in 0..<200 where !address.hasSuffix("/\n") {
                usleep(50_000)
                address = try running.scratch.text("output")
            }
            port = try #require(UInt16(address.dropFirst("http://127.0.0.1:".count).dropLast(2)))
        }

        deinit {
            running.process.terminate()
            running.process.waitUntilExit()
        }

        func write(_ text: String, to path: String) throws { try folder.write(text, to: "\(root.lastPathComponent)/\(path)") }

        /// A page that listens, and has heard where it stands.
        func listener() throws -> Browser {
            let browser = try #require(Browser(port: port))
            browser.send("GET /_sitegen/events HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(browser.text(until: "data: 2\n\n").contains("text/event-stream"))
            return browser
        }
    }

    @Test func `pages come with the script that reloads them, and the files on disk do not have it`() throws {
        let serving = try Serving()
        let page = Browser.get("/anna/", port: serving.port)
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"))
        #expect(page.contains("<script src=\"/_sitegen/live.js\""))
        #expect(page.contains("connect-src 'self'"))
        #expect(Browser.get("/_sitegen/live.js", port: serving.port).contains("EventSource"))
        #expect(Browser.get("/nothing", port: serving.port).hasPrefix("HTTP/1.1 404 "))
        for path in ["/../site.json", "/%2e%2e/site.json", "/..%2fmanifest.json", "/anna/..%2f..%2fmanifest.json"] {
            #expect(Browser.get(path, port: serving.port).hasPrefix("HTTP/1.1 404 "), "\(path)")
        }
        #expect(try serving.running.scratch.text("messages").contains("A partner's page: http://127.0.0.1:\(serving.port)/anna/\nThe partner's kit: http"))
        let served = try serving.folder.tree("Мой сайт")
        #expect(!served.values.contains { $0.range(of: Data("_sitegen".utf8)) != nil })
        let plain = try TemporaryFolder()
        try FileManager.default.copyItem(at: serving.root, to: plain.url.appending(path: "site"))
        #expect(try Program.sitegen.run(["build", "--root", "site"], in: plain.url).messages.contains("Nothing changed"))
    }

    @Test func `a saved file is built at once, and open pages hear of it`() throws {
        let serving = try Serving()
        let page = try serving.listener()
        let before = Browser.get("/anna/", port: serving.port).firstMatch(of: /data-build="(\d+)"/)?.1
        let clock = ContinuousClock()
        let start = clock.now
        try serving.write("{\"name\": \"Anna of Kata\"}", to: "partners/anna.json")
        let number = page.text(until: "\n\n").firstMatch(of: /event: built\ndata: (\d+)\n/)?.1
        #expect(number != nil && number != before)
        #expect(start.duration(to: clock.now) < .seconds(3))
        #expect(Browser.get("/anna/", port: serving.port).contains("Anna of Kata"))
    }

    @Test func `a file saved half-way shows what is wrong in the page and in the terminal, and the site stays`() throws {
        let serving = try Serving()
        let page = try serving.listener()
        try serving.write("{\"name\": ", to: "partners/boris.json")
        #expect(page.text(until: "\"\n\n").contains("event: problem\ndata: \"partners/boris.json:1:"))
        #expect(try serving.running.scratch.text("messages").contains("partners/boris.json:1:"))
        #expect(Browser.get("/anna/", port: serving.port).hasPrefix("HTTP/1.1 200 "))
        try serving.write("{\"name\": \"Boris\"}", to: "partners/boris.json")
        #expect(page.text(until: "event: built\ndata: ").contains("event: built"))
        #expect(Browser.get("/boris/", port: serving.port).contains("Boris"))
    }

    @Test func `a folder that vanishes is waited for`() throws {
        let serving = try Serving()
        let page = try serving.listener()
        let away = serving.folder.url.appending(path: "away")
        try FileManager.default.moveItem(at: serving.root, to: away)
        #expect(page.text(until: "\"\n\n").contains("event: problem"))
        try FileManager.default.moveItem(at: away, to: serving.root)
        #expect(page.text(until: "event: built\ndata: ").contains("event: built"))
    }

    @Test func `a port that is taken is named, with one that is free`() throws {
        let serving = try Serving()
        let outcome = try Program.sitegen.run(["serve", "--root", "Мой сайт", "--port", "\(serving.port)"], in: serving.folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("error: port \(serving.port) is taken by another program"))
        #expect(outcome.messages.contains(" is free: `--port "))
    }

    @Test func `it ends cleanly, with a site that cannot be built too`() throws {
        let serving = try Serving()
        try serving.write("{", to: "site.json")
        usleep(400_000)
        serving.running.process.interrupt()
        let outcome = try serving.running.end()
        #expect(outcome.status == 0)
        #expect(outcome.messages.hasSuffix("\nStopped. Мой сайт/public/ is as the last build left it.\n"))
    }

    @Test func `without any site it says so in the page`() throws {
        let folder = try TemporaryFolder()
        let running = try Program.sitegen.start(["serve", "--port", "0"], in: folder.url)
        defer { running.process.terminate() }
        var address = ""
        for _ in 0..<200 where !address.hasSuffix("/\n") {
            usleep(50_000)
            address = try running.scratch.text("output")
        }
        let port = try #require(UInt16(address.dropFirst("http://127.0.0.1:".count).dropLast(2)))
        let page = Browser.get("/", port: port)
        #expect(page.hasPrefix("HTTP/1.1 500 "))
        #expect(page.contains("there is no `site.json` in this folder"))
    }
}
