import CommandLineKit
import Testing

@Suite struct UsageErrorTests {
    /// A command line typed wrong, and the two lines that answer it.
    struct Slip: Sendable, CustomTestStringConvertible {
        let words: [String]
        let message: String
        let hint: String
        var help = "sitegen --help"
        var testDescription: String { words.joined(separator: " ") }
    }

    static let slips: [Slip] = [
        // Commands.
        Slip(words: ["biuld"], message: "`biuld` is not a command of `sitegen`", hint: "did you mean `sitegen build`?"),
        Slip(words: ["BUILD"], message: "`BUILD` is not a command of `sitegen`", hint: "did you mean `sitegen build`?"),
        Slip(words: ["bui"], message: "`bui` is not a command of `sitegen`", hint: "did you mean `sitegen build`?"),
        Slip(words: ["generate"], message: "`generate` is not a command of `sitegen`", hint: "did you mean `sitegen build`?"),
        Slip(words: ["add", "Hotel"], message: "`add` is not a command of `sitegen`", hint: "did you mean `sitegen new`?"),
        Slip(words: ["соdеs", "list"], message: "`соdеs` is typed with Cyrillic letters", hint: "did you mean `sitegen codes`?"),
        Slip(words: ["игшдв"], message: "`игшдв` is typed with Cyrillic letters", hint: "did you mean `sitegen build`?"),
        Slip(words: ["explain", "KTM"], message: "`explain` is not a command of `sitegen`", hint: "did you mean `sitegen codes explain`?"),
        Slip(words: ["version"], message: "`version` is not a command of `sitegen`", hint: "did you mean the option `--version`?"),
        Slip(words: ["хорошо"], message: "`хорошо` is typed with Cyrillic letters",
             hint: "the commands are `build`, `new`, `read`, `serve`, `codes`"),
        Slip(words: ["xyzzy"], message: "`xyzzy` is not a command of `sitegen`",
             hint: "the commands are `build`, `new`, `read`, `serve`, `codes`"),
        Slip(words: ["codes"], message: "`sitegen codes` needs a command after it",
             hint: "write one of `sitegen codes list` or `sitegen codes explain`", help: "sitegen codes --help"),
        Slip(words: ["codes", "lits"], message: "`lits` is not a command of `sitegen codes`", hint: "did you mean `sitegen codes list`?",
             help: "sitegen codes --help"),
        Slip(words: ["codes", "build"], message: "`build` is not a command of `sitegen codes`", hint: "did you mean `sitegen build`?",
             help: "sitegen codes --help"),
        Slip(words: ["help", "biuld"], message: "`biuld` is not a command of `sitegen`", hint: "did you mean `sitegen build`?"),
        Slip(words: ["--dry-run"], message: "`sitegen` needs a command after it",
             hint: "write one of `sitegen build`, `sitegen new`, `sitegen read`, `sitegen serve` or `sitegen codes`"),
        Slip(words: ["--bogus"], message: "`--bogus` is not an option of `sitegen`",
             hint: "leave it out; if it is text and no option, write `--` before it"),
        Slip(words: ["--build"], message: "`--build` is not an option of `sitegen`", hint: "`build` is a command: write `sitegen build`"),
        Slip(words: ["--roott", "dir", "build"], message: "`--roott` is not an option of `sitegen`", hint: "did you mean `--root`?"),
        Slip(words: ["a\u{1B}[31m"], message: "`a·[31m` is not a command of `sitegen`",
             hint: "the commands are `build`, `new`, `read`, `serve`, `codes`"),
        // Options.
        build(["--rot", "x"], "`--rot` is not an option of `sitegen build`", "did you mean `--root`?"),
        build(["--Root=x"], "`--Root` is not an option of `sitegen build`", "did you mean `--root=x`?"),
        build(["--dryrun"], "`--dryrun` is not an option of `sitegen build`", "did you mean `--dry-run`?"),
        build(["--dry"], "`--dry` is not an option of `sitegen build`", "did you mean `--dry-run`?"),
        build(["--кщще=x"], "`--кщще` is typed with Cyrillic letters", "did you mean `--root=x`?"),
        build(["-root", "x"], "`-root` has one hyphen where a long name has two", "write `--root`"),
        build(["-root=x"], "`-root` has one hyphen where a long name has two", "write `--root=x`"),
        build(["-help"], "`-help` has one hyphen where a long name has two", "write `--help`"),
        build(["-rot"], "`-rot` is not an option of `sitegen build`", "did you mean `--root`?"),
        build(["-nq"], "`-nq` is not an option of `sitegen build`", "write each letter apart: `-n` `-q`"),
        build(["-r"], "`-r` is not an option of `sitegen build`", "did you mean `--root`?"),
        build(["-Q"], "`-Q` is not an option of `sitegen build`", "did you mean `-q`, which is `--quiet`?"),
        build(["-z"], "`-z` is not an option of `sitegen build`", "leave it out; if it is text and no option, write `--` before it"),
        build(["--q"], "`--q` is not an option of `sitegen build`", "write `-q` with one hyphen, or `--quiet`"),
        build(["—root", "x"], "`—root` begins with a long dash where options have hyphens", "write `--root` with two hyphens"),
        build(["–root=x"], "`–root=x` begins with a long dash where options have hyphens", "write `--root=x` with two hyphens"),
        build(["–q"], "`–q` begins with a long dash where options have hyphens", "write `-q`"),
        build(["−−rooot"], "`−−rooot` begins with a long dash where options have hyphens", "write `--root` with two hyphens"),
        build(["--touch", "last"], "`--touch` is not an option of `sitegen build`", "it belongs to `sitegen read`"),
        build(["--xyzzy"], "`--xyzzy` is not an option of `sitegen build`", "leave it out; if it is text and no option, write `--` before it"),
        Slip(words: ["serve", "-p8080"], message: "`-p8080` is not an option of `sitegen serve`",
             hint: "write `-p 8080` with a space, or `--port 8080`", help: "sitegen serve --help"),
        // Values.
        build(["--root"], "`--root` has no value", "write `--root DIR`"),
        build(["--root", "--dry-run"], "`--root` has no value: `--dry-run` that follows looks like an option",
              "write `--root DIR`, or `--root=--dry-run` if that is the value"),
        build(["--root", "--", "x"], "`--root` has no value", "write `--root DIR`"),
        build(["--root", ""], "the value of `--root` is empty", "write `--root DIR`, or leave the option out"),
        build(["--root="], "the value of `--root` is empty", "write `--root DIR`, or leave the option out"),
        build(["--root", "=", "x"], "there is a space before the `=` after `--root`", "write `--root=DIR` without spaces"),
        build(["--root", "a", "--root=b"], "`--root` is given twice, as `a` and as `b`", "leave one of them out"),
        build(["--root", "a", "--root=a"], "`--root` is given twice", "leave one of them out"),
        build(["--quiet=yes"], "`--quiet` takes no value, and `--quiet=yes` gives one", "write `--quiet` alone, or leave it out"),
        read(["a", "--format", "json"], "`--format` cannot be `json`: there is no such choice",
             "did you mean `jsonl`? choose one of `text`, `jsonl`, `csv` or `html`"),
        read(["a", "--format", "сsv"], "`--format` cannot be `сsv`: there is no such choice",
             "did you mean `csv`? choose one of `text`, `jsonl`, `csv` or `html`"),
        read(["a", "--format", "pdf"], "`--format` cannot be `pdf`: there is no such choice", "choose one of `text`, `jsonl`, `csv` or `html`"),
        serve(["--port", "http"], "`--port` cannot be `http`: it is not a whole number", "write a whole number from 1 to 65535"),
        serve(["--port=-1"], "`--port` cannot be `-1`: it is too small", "write a whole number from 1 to 65535"),
        serve(["--port", "65536"], "`--port` cannot be `65536`: it is too large", "write a whole number from 1 to 65535"),
        serve(["--port", "99999999999999999999"], "`--port` cannot be `99999999999999999999`: it is not a whole number",
              "write a whole number from 1 to 65535"),
        // Arguments.
        new([], "`sitegen new` needs NAME: the name of the partner", "write `sitegen new NAME`, for example `sitegen new \"Hotel Sunrise\"`"),
        new([""], "an argument is empty", "write something between the quotes, or leave them out"),
        new(["Hotel", "Sunrise"], "`Sunrise` is left over after the NAME `Hotel`",
            "put words that belong together in quotes: `sitegen new \"Hotel Sunrise\"`"),
        new(["Hotel", "Sunrise", "Patong"], "`Sunrise` `Patong` are left over after the NAME `Hotel`",
            "put words that belong together in quotes: `sitegen new \"Hotel Sunrise Patong\"`"),
        serve(["8080"], "`sitegen serve` takes no arguments, and `8080` is left over", "did you mean `sitegen serve --port 8080`?"),
        serve([":8080"], "`sitegen serve` takes no arguments, and `:8080` is left over", "did you mean `sitegen serve --port 8080`?"),
        new(["“Hotel", "Sunrise”"], "`Sunrise”` is left over after the NAME `“Hotel`",
            "the quotes must be straight ones: `sitegen new \"Hotel Sunrise\"`"),
        read([], "`sitegen read` needs FILE: chat exports to read, `-` for standard input",
             "write `sitegen read FILE…`, for example `sitegen read chat.txt`"),
        build(["my site"], "`sitegen build` takes no arguments, and `my site` is left over",
              "to name the folder, write `sitegen build --root \"my site\"`"),
        // Several words in one, or one too many.
        Slip(words: ["sitegen", "build", "--root", "my site"], message: "`sitegen` is the program's own name once more",
             hint: "write `sitegen build --root \"my site\"`"),
        Slip(words: ["swift", "run", "sitegen"], message: "`swift run sitegen` is the program's own name once more", hint: "write `sitegen --help`"),
        Slip(words: ["site"], message: "`site` is not a command of `sitegen`", hint: "the commands are `build`, `new`, `read`, `serve`, `codes`"),
        Slip(words: ["codes list"], message: "`codes list` is not a command of `sitegen`", hint: "did you mean `sitegen codes list`?"),
        Slip(words: ["Codes_List"], message: "`Codes_List` is not a command of `sitegen`", hint: "did you mean `sitegen codes list`?"),
        Slip(words: ["list-codes"], message: "`list-codes` is not a command of `sitegen`", hint: "did you mean `sitegen codes list`?"),
        Slip(words: ["codes", "list."], message: "`list.` is not a command of `sitegen codes`", hint: "did you mean `sitegen codes list`?",
             help: "sitegen codes --help"),
        Slip(words: ["build--dry-run"], message: "`build--dry-run` is not a command of `sitegen`", hint: "did you mean `sitegen build --dry-run`?"),
        Slip(words: ["new=My Hotel"], message: "`new=My Hotel` is not a command of `sitegen`", hint: "did you mean `sitegen new \"My Hotel\"`?"),
        Slip(words: ["codes", "KTM 482"], message: "`KTM 482` is not a command of `sitegen codes`",
             hint: "did you mean `sitegen codes explain \"KTM 482\"`?", help: "sitegen codes --help"),
        read(["a", "--file", "b"], "`--file` is not an option of `sitegen read`", "it stands alone, without an option: `sitegen read FILE…`"),
        build(["-p", "1"], "`-p` is not an option of `sitegen build`", "it belongs to `sitegen serve`"),
        build(["--directory", "x"], "`--directory` is not an option of `sitegen build`", "did you mean `--root`?"),
        build(["list"], "`sitegen build` takes no arguments, and `list` is left over", "to name the folder, write `sitegen build --root list`"),
        build(["new"], "`sitegen build` takes no arguments, and `new` is left over", "`new` is a command of its own: write `sitegen new`"),
        build(["quiet", "dry-run"], "`sitegen build` takes no arguments, and `quiet` `dry-run` are left over",
              "did you mean `sitegen build --quiet --dry-run`?"),
        build(["root=x"], "`sitegen build` takes no arguments, and `root=x` is left over", "did you mean `sitegen build --root x`?"),
        build(["--root", "my", "site"], "`site` is left over", "put words that belong together in quotes: `--root \"my site\"`"),
        build(["--site-root", "x"], "`--site-root` is not an option of `sitegen build`", "did you mean `--root`?"),
        new(["--root", "my", "site", "Hotel"], "`Hotel` is left over after the NAME `site`",
            "put words that belong together in quotes: `sitegen new \"site Hotel\"`, or `--root \"my site Hotel\"`"),
        new(["Hotel", "--root", "my", "site"], "`site` is left over", "put words that belong together in quotes: `--root \"my site\"`"),
        Slip(words: ["-build"], message: "`-build` is not an option of `sitegen`", hint: "`build` is a command: write `sitegen build`"),
        Slip(words: ["chat.txt"], message: "`chat.txt` is not a command of `sitegen`", hint: "did you mean `sitegen read chat.txt`?"),
        build(["dry-rnu"], "`sitegen build` takes no arguments, and `dry-rnu` is left over", "did you mean `sitegen build --dry-run`?"),
        build(["help"], "`help` is left over: `sitegen build` takes no such word", "for its help, write `sitegen build --help`"),
    ]

    static func build(_ words: [String], _ message: String, _ hint: String) -> Slip { slip("build", words, message, hint) }
    static func new(_ words: [String], _ message: String, _ hint: String) -> Slip { slip("new", words, message, hint) }
    static func read(_ words: [String], _ message: String, _ hint: String) -> Slip { slip("read", words, message, hint) }
    static func serve(_ words: [String], _ message: String, _ hint: String) -> Slip { slip("serve", words, message, hint) }
    static func slip(_ command: String, _ words: [String], _ message: String, _ hint: String) -> Slip {
        Slip(words: [command] + words, message: message, hint: hint, help: "sitegen \(command) --help")
    }

    @Test(arguments: slips)
    func `every slip is answered with what is wrong and what was meant`(slip: Slip) throws {
        guard case .refused(let error) = Sample.request(slip.words) else {
            Issue.record("\(slip.words) is accepted")
            return
        }
        #expect(error.message == slip.message)
        #expect(error.hint == slip.hint)
        #expect(error.help == slip.help)
    }

    @Test func `a wrong variable of the environment is named as one`() {
        guard case .refused(let error) = Sample.environmentTable.request(for: ["serve"], environment: Environment(["PORT": "x"])) else {
            Issue.record("the variable is accepted")
            return
        }
        #expect(error.message == "environment variable `PORT` cannot be `x`: it is not a whole number")
    }

    @Test func `an error is three lines, in colour only where that is wanted`() {
        guard case .refused(let error) = Sample.request(["build", "--rot"]) else { return }
        #expect(error.text(in: .plain) == """
            error: `--rot` is not an option of `sitegen build`
              hint: did you mean `--root`?
              see `sitegen build --help`

            """)
        #expect(error.text(in: TextStyle(hasColor: true, columns: 80)).hasPrefix("\u{1B}[1;31merror\u{1B}[0m: `--rot`"))
    }

    @Test func `two ways to print the same thing exclude each other, and a command of the other program is named`() {
        let (json, csv) = (Option(flag: "json", summary: ""), Option(flag: "csv", summary: ""))
        let table = CommandTable<Int>(
            program: "one", version: "1", summary: "", examples: [],
            commands: [Command("list", summary: "", examples: [Example("one list", effect: "")], options: [json, csv], alternatives: [json, csv], action: 1)],
            relatives: [RelatedProgram("two", commands: [("send", ["mail"])])])
        let both = table.complaint(about: ["list", "--csv", "--json"])
        #expect(both?.message == "`--json` and `--csv` exclude each other")
        #expect(both?.hint == "leave one of them out")
        #expect(table.complaint(about: ["list", "--csv", "--csv"]) == nil)
        #expect(table.complaint(about: ["mail", "x"])?.hint == "did you mean `two send`?")
        #expect(table.complaint(about: ["two", "send"])?.hint == "it is a program of its own: write `two` in place of `one`")
        let recording = ConsoleRecording()
        _ = table.run(["mail"], environment: Environment([:]), console: recording.console, isBySwift: true) { _, _ in .done }
        #expect(recording.messages == """
            error: `mail` is not a command of `one`
              hint: did you mean `swift run two send`?
              see `swift run one --help`

            """)
    }

    @Test func `no command line whatever is more than refused`() {
        let pieces = ["", "-", "--", "—", "=", "build", "codes", "list", "help", "--root", "--root=", "-q", "-p", "--help=", "-h=x", "x y", "-=", "--=x"]
        var generator = SplitMix(state: 7)
        for _ in 0..<10_000 {
            let words = (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
            if case .refused(let error) = Sample.request(words) {
                #expect(!error.message.isEmpty && !error.hint.isEmpty && !error.message.hasSuffix("."))
            }
        }
    }
}

private extension Sample {
    static let environmentTable = CommandTable<Int>(
        program: "sitegen", version: "1", summary: "", examples: [],
        commands: [
            Command(
                "serve", summary: "", examples: [Example("sitegen serve", effect: "")],
                options: [Option("port", .integer(in: 1...9), summary: "", environment: "PORT")], action: 1)
        ])
}

/// A small seeded generator, so that a failure can be repeated (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
