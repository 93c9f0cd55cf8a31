import Foundation
import Testing
import TestSupport

/// The recipes of `docs/publish`, with programs in place of `rsync` and `aws` that write down how they were called.
@Suite struct PublishTests {
    private func publish(_ script: String, to goal: String, ledgerIsOld: Bool, isCI: Bool) throws -> (status: Int32, calls: [String]) {
        let folder = try TemporaryFolder()
        _ = try Program.sitegen.run(["init", "Мой сайт", "--name", "Shop", "--phone", "+66812345678"], in: folder.url)
        _ = try Program.sitegen.run(["new", "Anna", "--root", "Мой сайт"], in: folder.url)
        if !ledgerIsOld { _ = try Program.sitegen.run(["build", "--root", "Мой сайт"], in: folder.url) }
        for name in ["rsync", "aws"] {
            try folder.write("#!/bin/sh\necho \"\(name) $*\" >>calls\n", to: "bin/\(name)")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/\(name)").path)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", Program.package.appending(path: "docs/publish/\(script)").path, goal, "Мой сайт"]
        process.currentDirectoryURL = folder.url
        let sitegen = Program.sitegen.executable.path
        let usual = ["PATH": folder.url.appending(path: "bin").path + ":/usr/bin:/bin", "SITEGEN": sitegen].merging(BuiltProgram.sanitizerEnvironment) { $1 }
        process.environment = usual.merging(isCI ? ["CI": "true"] : [:]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let calls = (try? folder.text("calls")) ?? ""  // No call, no file.
        return (process.terminationStatus, calls.split(separator: "\n").map(String.init))
    }

    @Test func `rsync gets the assets first and removes last`() throws {
        let (status, calls) = try publish("rsync.sh", to: "me@host:/srv/www", ledgerIsOld: true, isCI: false)
        #expect(status == 0)
        #expect(calls == [
            "rsync -rtzR --chmod=D755,F644 Мой сайт/public/./assets/ me@host:/srv/www/",
            "rsync -rtz --chmod=D755,F644 --delete-after Мой сайт/public/ me@host:/srv/www/",
        ])
    }

    @Test func `an object store gets what pages need, then pages, and removes last`() throws {
        let (status, calls) = try publish("object-store.sh", to: "s3://shop", ledgerIsOld: false, isCI: true)
        #expect(status == 0)
        #expect(calls.count == 3)
        #expect(calls.first?.contains("--exclude *.html") == true)
        #expect(calls.last == "aws s3 sync Мой сайт/public s3://shop --delete")
    }

    @Test(arguments: ["rsync.sh", "object-store.sh"])
    func `a machine that forgets the ledger publishes no new code`(script: String) throws {
        let (status, calls) = try publish(script, to: "s3://shop", ledgerIsOld: true, isCI: true)
        #expect(status == 1)
        #expect(calls == [])
    }

    @Test func `nothing is published where nothing could be built`() throws {
        let (status, calls) = try publish("rsync.sh", to: "", ledgerIsOld: true, isCI: false)
        #expect(status != 0)
        #expect(calls == [])
    }
}
