import CommandLineKit
import Foundation
import Testing

@Suite struct CompletionScriptTests {
    static let script = CompletionScript.text(for: Sample.table, shell: .bash)

    @Test func `bash accepts its script`() throws {
        #expect(try bash(["-n"], input: Self.script) == "")
    }

    @Test(arguments: [
        ([""], "build new read serve codes help"), (["b"], "build"), (["-"], "--help --version"), (["build", "--"], "--root --dry-run --quiet --help"),
        (["build", "--d"], "--dry-run"), (["codes", ""], "list explain"), (["codes", "list", "-"], "--root --help"), (["serve", "-p", ""], ""),
        (["--root", "codes", "bu"], "build"), (["read", "--format", ""], "text jsonl csv html"), (["read", "--format", "=", "js"], "jsonl"),
        (["read", "--format", "="], "text jsonl csv html"), (["build", "--root", "x", "--q"], "--quiet"), (["build", "--root", "--"], ""),
    ])
    func `bash offers what may be typed next`(words: [String], offered: String) throws {
        let line = (["sitegen"] + words).map { "'\($0)'" }.joined(separator: " ")
        let call = "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _sitegen; echo \"${COMPREPLY[*]}\"\n"
        #expect(try bash([], input: Self.script + call) == offered + "\n")
    }

    @Test func `every shell is told every command and option of the table`() {
        for shell in CompletionScript.Shell.allCases {
            let text = CompletionScript.text(for: Sample.table, shell: shell)
            for name in ["build", "new", "read", "serve", "codes", "list", "explain", "help"] { #expect(text.contains(name)) }
            for name in ["root", "dry-run", "quiet", "format", "port", "source", "touch", "help", "version"] {
                #expect(text.contains(shell == .fish ? "-l \(name) " : "--\(name)"))
            }
        }
    }

    @Test func `fish offers no files where a value is one of a few words or a folder`() {
        let fish = CompletionScript.text(for: Sample.table, shell: .fish)
        #expect(fish.contains("-l format -r -f -a 'text jsonl csv html'"))
        #expect(fish.contains("-l root -r -f -a '(__fish_complete_directories)'"))
        #expect(fish.contains("-l source -r -F"))
    }

    @Test func `quotes and brackets of a summary stay text`() {
        let option = Option(flag: "odd", summary: "The owner's [own]: \\ choice")
        let table = CommandTable<Int>(
            program: "odd-one", version: "1", summary: "", examples: [],
            commands: [Command("run", summary: "It's a: command", examples: [Example("odd-one run", effect: "")], options: [option], action: 1)])
        let zsh = CompletionScript.text(for: table, shell: .zsh)
        #expect(zsh.contains(#"'--odd[The owner'\''s \[own\]\: \\ choice]'"#))
        #expect(zsh.contains(#"'run:It'\''s a\: command'"#))
        let fish = CompletionScript.text(for: table, shell: .fish)
        #expect(fish.contains(#"-l odd -d 'The owner\'s [own]: \\ choice'"#))
    }

    private func bash(_ arguments: [String], input: String) throws -> String {
        let process = Process()
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--norc"] + arguments
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardOutput
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
