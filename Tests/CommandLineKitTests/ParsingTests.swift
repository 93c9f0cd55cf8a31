import CommandLineKit
import Testing

@Suite struct ParsingTests {
    @Test(arguments: [
        ["build", "--root", "a b"], ["build", "--root=a b"], ["--root", "a b", "build"], ["--root=a b", "build"],
    ])
    func `an option may stand anywhere, with its value behind a space or an equals sign`(words: [String]) throws {
        let (action, invocation) = try #require(Sample.invocation(words))
        #expect(action == .build)
        #expect(invocation[Sample.root] == "a b")
        #expect(!invocation[Sample.dryRun])
    }

    @Test func `values have the types of their declarations`() throws {
        let (_, read) = try #require(Sample.invocation(["read", "--format", "csv", "a.txt", "--source=b", "-q", "-", "--source", "c"]))
        #expect(read[Sample.format] == .csv)
        #expect(read[Sample.touch] == nil)
        #expect(read[Sample.source] == ["b", "c"])
        #expect(read[Sample.quiet])
        #expect(read[Sample.files] == ["a.txt", "-"])
        let (_, serve) = try #require(Sample.invocation(["serve", "-p", "8080"]))
        #expect(serve[Sample.port] == 8080)
        #expect(serve.command == "sitegen serve")
        #expect(!serve.lists(Sample.quiet))
    }

    @Test func `what is not given has its default`() throws {
        let (_, read) = try #require(Sample.invocation(["read", "a"]))
        #expect(read[Sample.format] == .text)
        #expect(read[Sample.source] == [])
        let (_, list) = try #require(Sample.invocation(["codes", "list"]))
        #expect(list[Sample.partner] == nil)
        #expect(list[Sample.root] == ".")
        #expect(list.command == "sitegen codes list")
    }

    @Test func `the environment speaks where the command line is silent, and an empty variable says nothing`() throws {
        #expect(try #require(Sample.invocation(["build"], ["SITEGEN_ROOT": "env"])).1[Sample.root] == "env")
        #expect(try #require(Sample.invocation(["build", "--root", "arg"], ["SITEGEN_ROOT": "env"])).1[Sample.root] == "arg")
        #expect(try #require(Sample.invocation(["build"], ["SITEGEN_ROOT": ""])).1[Sample.root] == ".")
    }

    @Test func `a repeated flag means what one means`() throws {
        #expect(try #require(Sample.invocation(["build", "-q", "--quiet"])).1[Sample.quiet])
    }

    @Test(arguments: [
        ["codes", "explain", "--", "--help"], ["codes", "--", "explain", "--help"],
    ])
    func `two hyphens end the options`(words: [String]) throws {
        #expect(try #require(Sample.invocation(words)).1[Sample.code] == "--help")
    }

    @Test(arguments: ["- Код: КТМ 482", "— привет, это код", "--- code KTM482", "-", "—", "Код: КТМ 482"])
    func `text of a chat that begins with a dash is an argument`(text: String) throws {
        #expect(try #require(Sample.invocation(["codes", "explain", text])).1[Sample.code] == text)
    }

    @Test(arguments: [
        (["--help"], "sitegen 0.1.0: "), (["-h"], "sitegen 0.1.0: "), (["help"], "sitegen 0.1.0: "),
        (["build", "--help"], "sitegen build: "), (["--help", "build"], "sitegen build: "), (["help", "build"], "sitegen build: "),
        (["build", "-h", "--rooot", "x", "left"], "sitegen build: "), (["codes", "--help"], "sitegen codes: "),
        (["help", "codes", "list"], "sitegen codes list: "), (["codes", "help", "list"], "sitegen codes list: "),
        (["codes", "list", "-h"], "sitegen codes list: "),
    ])
    func `help is given wherever it is asked for`(words: [String], beginning: String) throws {
        guard case .help(let path) = Sample.request(words) else {
            Issue.record("\(words) is not understood as a call for help")
            return
        }
        #expect(Sample.table.helpText(at: path, in: .plain).hasPrefix(beginning))
    }

    @Test func `help after the end of options, or as the value of an option, is no call for help`() {
        #expect(Sample.invocation(["build", "--root=--help"])?.1[Sample.root] == "--help")
        #expect(Sample.invocation(["new", "--", "-h"])?.1[Sample.name] == "-h")
        #expect(Sample.invocation(["new", "help"])?.1[Sample.name] == "help")
    }
}
