import CommandLineKit

/// A small program that has one of everything, for the tests of parsing, help and completion.
enum Sample {
    enum Format: String, CaseIterable, Sendable { case text, jsonl, csv, html }
    enum Action: Sendable, Equatable { case build, new, read, list, explain, serve }

    static let root = Option(
        "root", .folder("DIR"), default: ".", fallback: "the current folder", summary: "The folder that holds site.json",
        environment: "SITEGEN_ROOT")
    static let dryRun = Option(flag: "dry-run", short: "n", summary: "Say what would change and write nothing")
    static let quiet = SharedOptions.quiet
    static let format = Option("format", .choice(Format.self), default: .text, fallback: "text", summary: "How the result is written")
    static let port = Option("port", short: "p", .integer(in: 1...65535), summary: "The port to listen on", fallback: "a free one")
    static let source = Option(repeated: "source", .file("FILE"), summary: "Another log to read")
    static let touch = Option("touch", .choice(Format.self, "WHICH"), summary: "Which partner gets the lead")
    static let name = Argument(.text("NAME"), summary: "the name of the partner")
    static let files = Argument(repeated: .file("FILE"), atLeastOne: true, summary: "chat exports to read, `-` for standard input")
    static let code = Argument(.text("CODE"), summary: "the code, as the customer wrote it")
    static let partner = Argument(optional: .text("PARTNER"), summary: "only this partner")

    static let table = CommandTable<Action>(
        program: "sitegen", version: "0.1.0", summary: "Partner pages with WhatsApp buttons, each with its own code",
        examples: [
            Example("sitegen build", effect: "Builds the site of this folder into public/"),
            Example("sitegen new \"Hotel Sunrise\"", effect: "Adds a partner"),
        ],
        commands: [
            Command(
                "build", summary: "Build the site into public/",
                discussion: """
                    Reads site.json, partners/ and templates/, gives each new partner a code, and writes the pages that changed. \
                    With any error nothing is written.
                    """,
                examples: [
                    Example("sitegen build", effect: "Builds the site of this folder"),
                    Example("sitegen build --root my-site --dry-run", effect: "Says what a build of another folder would change"),
                ],
                options: [root, dryRun, quiet], alsoTyped: ["generate", "make"], action: .build),
            Command(
                "new", summary: "Add a partner", examples: [Example("sitegen new \"Hotel Sunrise\"", effect: "Adds a hotel")],
                options: [root], arguments: [name], alsoTyped: ["add", "create"], action: .new),
            Command(
                "read", summary: "Read messages", examples: [Example("sitegen read chat.txt", effect: "Reads one export")],
                options: [format, touch, source, quiet], arguments: [files], action: .read),
            Command(
                "serve", summary: "Show the site in a browser",
                examples: [Example("sitegen serve --port 8080", effect: "Serves on http://127.0.0.1:8080")],
                options: [root, port], action: .serve),
            Command(
                group: "codes", summary: "Look after the codes",
                examples: [Example("sitegen codes list", effect: "Shows every code")],
                subcommands: [
                    Command(
                        "list", summary: "Show every code", examples: [Example("sitegen codes list", effect: "Shows every code")],
                        options: [root], arguments: [partner], action: .list),
                    Command(
                        "explain", summary: "Say whose a code is",
                        examples: [Example("sitegen codes explain KTM482", effect: "Says whose KTM482 is")],
                        options: [root], arguments: [code], action: .explain),
                ]),
        ])

    /// What the table makes of `words`.
    static func request(_ words: [String], _ environment: [String: String] = [:]) -> CommandRequest<Action> {
        table.request(for: words, environment: Environment(environment))
    }

    static func invocation(_ words: [String], _ environment: [String: String] = [:]) -> (Action, Invocation)? {
        if case .run(let action, let invocation) = request(words, environment) { (action, invocation) } else { nil }
    }
}
