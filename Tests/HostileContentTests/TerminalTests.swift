@testable import attribution
import CommandLineKit
import Diagnostics
@testable import sitegen
import Testing

/// Names, texts and files that want to steer the terminal of whoever reads what the programs say of them.
@Suite struct TerminalTests {
    /// What a terminal would obey, or what would change how the line reads.
    static let controls: [(aim: String, text: String)] = [
        ("clear the screen", "\u{1B}[2J\u{1B}[H"), ("set the title", "\u{1B}]0;owned\u{7}"), ("write a link", "\u{1B}]8;;https://evil.example/\u{1B}\\x"),
        ("copy to the clipboard", "\u{1B}]52;c;ZXZpbA==\u{7}"), ("ask the terminal for its name", "\u{1B}[c\u{5}"), ("colour what follows", "\u{1B}[31m"),
        ("begin a control of one byte", "\u{9B}2J"), ("begin a text for the terminal", "\u{90}+q\u{9C}"), ("overwrite the line", "good\rbad\u{8}\u{8}"),
        ("begin a line of its own", "x\n\u{85}\u{B}\u{C}error: all is lost"), ("hide", "\u{7F}\u{E}\u{F}"), ("turn what follows around", "\u{202E}gnp.exe\u{202D}"),
        ("isolate what follows", "\u{2066}\u{2067}\u{2068}\u{2069}"), ("mark a direction", "\u{200E}\u{200F}\u{61C}"), ("be cut at a NUL", "a\u{0}b"),
    ]

    /// The first scalar of `text` that is more than text; what the program itself sends to a terminal is left out.
    static func firstControl(_ text: String, inTerminal: Bool) -> String? {
        let own = inTerminal ? text.replacing(#/\u{1B}\[[0-9;]*m|\r\u{1B}\[K/#, with: "") : text
        return own.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }.map { "U+" + String($0.value, radix: 16) }
    }

    /// Runs a command of either program and looks at everything that it said to people.
    private func check(_ name: String, _ arguments: [String], _ folder: ScratchFolder, saysSomething: Bool = true) {
        for columns in [nil, 80] {
            let recording = ConsoleRecording(columns: columns)
            let environment = Environment([:])
            _ = name == "sitegen"
                ? Sitegen.run(arguments, environment: environment, console: recording.console)
                : AttributionProgram.run(arguments, environment: environment, console: recording.console)
            let said = recording.output + recording.messages
            #expect(!said.isEmpty || !saysSomething, "\(arguments)")
            if let control = Self.firstControl(said, inTerminal: columns != nil) {
                Issue.record("\(control) in what `\(name) \(arguments.joined(separator: " ").debugDescription)` says: \(said.debugDescription)")
            }
        }
    }

    @Test(arguments: controls)
    func `what sitegen says of names, files and source lines steers no terminal`(aim: String, text: String) throws {
        let folder = try ScratchFolder()
        let fileName = text.replacing("\u{0}", with: "").replacing("/", with: "")
        let quoted = folder.quoted(text)
        try folder.write(folder.site, to: "site.json")
        try folder.write("<title>{{partner.name}}</title>", to: "templates/page.mustache")
        try folder.write("<title>{{site.name}}</title>", to: "templates/home.mustache")
        try folder.write("<title>{{site.name}}</title>", to: "templates/404.mustache")
        try folder.write("{\"name\": \(quoted), \"greeting\": \(quoted)}", to: "partners/x.json")
        try folder.write("text", to: "templates/assets/\(fileName)a.txt")
        check("sitegen", ["check", "--root", folder.path], folder)
        check("sitegen", ["build", "--root", folder.path], folder)
        check("sitegen", ["list", "--root", folder.path], folder)
        check("sitegen", ["codes", "list", "--root", folder.path], folder)
        check("sitegen", ["codes", "explain", text.replacing("\u{0}", with: ""), "--root", folder.path], folder)
        check("sitegen", ["new", fileName + "a", "--root", folder.path], folder)
        check("sitegen", ["new", "A", "--id", fileName + "a", "--root", folder.path], folder)
        check("sitegen", ["new", "A", "--code", fileName + "a", "--root", folder.path], folder)
        check("sitegen", [fileName], folder)
        check("sitegen", ["build", "--\(fileName)"], folder)

        // What is wrong, with the lines in which it is.
        try folder.write("{\"name\": 7, \"\(text)\": 1, /* \(text) */ \"slug\": \(quoted), \"status\": \(quoted), \"offers\": [\(quoted)]}", to: "partners/y.json")
        try folder.write("id,name,\(text)\nz,\(text),1,2\n", to: "partners/\(fileName).csv")
        try folder.write("x", to: "partners/\(fileName).txt")
        try folder.write("{\"name\": \"A\"}", to: "partners/a\(fileName).json")
        try folder.write("<p>{{\(text)}}</p>{{>\(text)}}{{# \(text)", to: "templates/\(fileName)b.mustache")
        try folder.write("x", to: "templates/\(fileName)b.css")
        try folder.write("{\"code\": \(quoted), \"partner\": \"x\", \"issued\": \(quoted)}\n", to: "partners/codes.jsonl")
        check("sitegen", ["check", "--root", folder.path], folder)
        check("sitegen", ["list", "--root", folder.path], folder)
        check("sitegen", ["codes", "list", "--root", folder.path], folder)
        try folder.write(folder.site.replacing("\"+66 81 234 5678\"", with: quoted).replacing("\"en\"", with: quoted), to: "site.json")
        check("sitegen", ["check", "--root", folder.path], folder)
    }

    @Test(arguments: controls)
    func `what attribution says of senders, messages and files steers no terminal`(aim: String, text: String) throws {
        let folder = try ScratchFolder()
        let fileName = text.replacing("\u{0}", with: "").replacing("/", with: "")
        let name = text.replacing("\n", with: "").replacing(":", with: "")
        let manifest = folder.path + "/manifest.json"
        try folder.write(folder.manifest(name: folder.quoted(text)), to: "manifest.json")
        let chat = folder.path + "/\(fileName).txt"
        try folder.write("""
            14.11.2026, 09:15 - \(name)A: Code: KTM482
            14.11.2026, 09:16 - \(name)B: Code: KTM48\(text)3 \(text)
            14.11.2026, 09:17 - \(name)A: Code: XHB731 or KTM482
            14.11.2026, 09:18 - \(name)C: Code: QQQ\(text)555
            14.11.2026, 09:19 - Shiba: ok
            15.11.2026, 09:19 - \(name)A: XHB731

            """, to: "\(fileName).txt")
        try folder.write("customer,date,amount\n\(name)A,2026-11-20,100\n\(text),\(text),\(text)\n", to: "sales.csv")
        check("attribution", ["check", chat, "--manifest", manifest], folder)
        check("attribution", ["check", chat, chat + "x", "--manifest", manifest, "--me", text, "--show-numbers"], folder)
        check("attribution", ["check", folder.path, "--manifest", manifest, "--me", "Shiba"], folder)
        check("attribution", ["explain", text + " Code: KTM48\(text)3", "--manifest", manifest], folder)
        check("attribution", ["explain", "we are from \(text)", "--manifest", manifest], folder)
        check("attribution", ["explain", "x", "--manifest", folder.path + "/\(fileName)"], folder)
        check("attribution", ["statement", chat, "--partner", "hotel", "--month", "2026-11", "--sales", folder.path + "/sales.csv", "--manifest", manifest, "--commission", "10%"], folder)
        check("attribution", ["statement", chat, "--partner", fileName + "a", "--month", "2026-11", "--manifest", manifest], folder)
        try folder.write("{\"version\": 1, \"generator\": \(folder.quoted(text)), \"\(text)\": \(text)}", to: "manifest.json")
        check("attribution", ["explain", "x", "--manifest", manifest], folder)
        try folder.write("From,To,Body,Status,SentDate,Sid\nwhatsapp:+1,\(text),\"Code: KTM482\",\(text),\(text),SM1,\(text)\n", to: "log.csv")
        try folder.write("{\"object\":\"whatsapp_business_account\",\"entry\":\(text)}\n", to: "meta.json")
        try folder.write(folder.manifest(name: folder.quoted(text)), to: "manifest.json")
        check("attribution", ["check", folder.path + "/log.csv", folder.path + "/meta.json", "--manifest", manifest], folder)
    }
}
