import CommandLineKit
import Foundation
import Testing
@testable import attribution
@testable import sitegen

/// `docs/commands.md` is what the programs say of themselves, and the guides name only commands and files that there are.
@Suite struct CommandReferenceTests {
    private static let page = "docs/commands.md"

    /// The page as it must be, out of the help of every command.
    private var expected: String {
        var text = """
            # Commands

            What `sitegen` and `attribution` say of themselves, gathered here by a test: after a change of the help,
            `SITEGEN_UPDATE=1 swift test --filter DocumentationTests` writes this page anew. In a clone, put `swift run` before each command.
            Data goes to standard output, everything for people to standard error. Exit status: 0 done and clean, 1 errors in the input,
            2 could not run.

            """
        func add(_ table: CommandTable<some Sendable>, _ program: String) {
            text += "\n## \(program)\n\n```text\n\(table.helpText(for: [], in: .plain))```\n"
            for path in table.everyCommandPath {
                text += "\n### \(program) \(path.joined(separator: " "))\n\n```text\n\(table.helpText(for: path, in: .plain))```\n"
            }
            for topic in table.topicNames { text += "\n### \(program) help \(topic)\n\n```text\n\(table.topicText(topic, in: .plain))```\n" }
        }
        add(Sitegen.table, "sitegen")
        add(AttributionProgram.table, "attribution")
        return text
    }

    @Test func `the reference of commands is what the programs say`() throws {
        if ProcessInfo.processInfo.environment["SITEGEN_UPDATE"] != nil { try Data(expected.utf8).write(to: Package.root.appending(path: Self.page)) }
        #expect(try Package.text(Self.page) == expected, "run `SITEGEN_UPDATE=1 swift test --filter DocumentationTests` and commit \(Self.page)")
    }

    /// Every Markdown file of the package.
    private func guides() throws -> [String] {
        let docs = try FileManager.default.subpathsOfDirectory(atPath: Package.root.appending(path: "docs").path).filter { $0.hasSuffix(".md") }
        return ["README.md"] + docs.sorted().map { "docs/" + $0 }
    }

    @Test func `every command line in the guides is understood`() throws {
        let lines = /(?:swift run |^\$ |`)(sitegen|attribution) ([^`\n|>#&;…]*)/.anchorsMatchLineEndings()
        var count = 0
        for guide in try guides() where guide != Self.page {
            for match in try Package.text(guide).matches(of: lines) {
                let words = Self.words(String(match.2))
                if words.isEmpty || words.contains(where: { $0.contains("…") || $0.contains("[") }) { continue }
                count += 1
                // A command's name alone, as running text has it, may lack an argument.
                let problem = match.1 == "sitegen" ? Sitegen.table.complaint(about: words) : AttributionProgram.table.complaint(about: words)
                if let problem, !problem.message.contains("needs ") { Issue.record("\(guide): \(match.0): \(problem.message)") }
            }
        }
        #expect(count > 20)
    }

    @Test func `every link between the guides leads somewhere`() throws {
        for guide in try guides() {
            let folder = Package.root.appending(path: guide).deletingLastPathComponent()
            for match in try Package.text(guide).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) where !match.1.contains(":") {
                let path = folder.appending(path: String(match.1)).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: path), "\(guide): \(match.1)")
            }
        }
    }

    @Test func `the reference of files names every key of every schema`() throws {
        let text = try Package.text("docs/files.md")
        for name in ["site", "partner", "ledger", "manifest", "report"] {
            for key in try SchemaKeys.all(name) { #expect(text.contains("`\(key)`"), "\(name): \(key)") }
        }
    }

    /// The words of a command line as a shell takes them apart, double quotes alone.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let finished = word { words.append(finished) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
