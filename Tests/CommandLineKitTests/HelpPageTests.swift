import CommandLineKit
import Testing

@Suite struct HelpPageTests {
    @Test func `an overview of the program names every command`() throws {
        #expect(try page([], columns: 80) == """
            sitegen 0.1.0: Partner pages with WhatsApp buttons, each with its own code

            Usage
              sitegen COMMAND [options]

            Commands
              build          Build the site into public/
              new            Add a partner
              read           Read messages
              serve          Show the site in a browser
              codes list     Show every code
              codes explain  Say whose a code is

            Options
              -h, --help     Show this page
                  --version  Show the version

            Examples
              sitegen build
                  Builds the site of this folder into public/
              sitegen new "Hotel Sunrise"
                  Adds a partner

            `sitegen help COMMAND` tells more of a command.

            """)
    }

    @Test func `the help of a command has everything about it on one page`() throws {
        #expect(try page(["build"], columns: 80) == """
            sitegen build: Build the site into public/

            Usage
              sitegen build [options]

            Reads site.json, partners/ and templates/, gives each new partner a code, and
            writes the pages that changed. With any error nothing is written.

            Options
                  --root DIR  The folder that holds site.json (default: the current folder;
                              or SITEGEN_ROOT in the environment)
              -n, --dry-run   Say what would change and write nothing
              -q, --quiet     Say nothing but errors
              -h, --help      Show this page

            Examples
              sitegen build
                  Builds the site of this folder
              sitegen build --root my-site --dry-run
                  Says what a build of another folder would change

            """)
    }

    @Test func `choices, repeated options and arguments are explained`() throws {
        #expect(try page(["read"], columns: 80) == """
            sitegen read: Read messages

            Usage
              sitegen read FILE… [options]

            Arguments
              FILE  chat exports to read, `-` for standard input

            Options
                  --format text|jsonl|csv|html
                                 How the result is written (default: text)
                  --touch WHICH  Which partner gets the lead: one of `text`, `jsonl`, `csv`
                                 or `html`
                  --source FILE  Another log to read (may be repeated)
              -q, --quiet        Say nothing but errors
              -h, --help         Show this page

            Examples
              sitegen read chat.txt
                  Reads one export

            """)
    }

    @Test func `in a narrow terminal the text becomes narrow`() throws {
        #expect(try page(["build"], columns: 40) == """
            sitegen build: Build the site into
            public/

            Usage
              sitegen build [options]

            Reads site.json, partners/ and
            templates/, gives each new partner a
            code, and writes the pages that changed.
            With any error nothing is written.

            Options
                  --root DIR  The folder that holds
                              site.json (default:
                              the current folder; or
                              SITEGEN_ROOT in the
                              environment)
              -n, --dry-run   Say what would change
                              and write nothing
              -q, --quiet     Say nothing but errors
              -h, --help      Show this page

            Examples
              sitegen build
                  Builds the site of this folder
              sitegen build --root my-site --dry-run
                  Says what a build of another
                  folder would change

            """)
    }

    @Test func `where two columns have no room, meanings stand below their terms`() throws {
        #expect(try page(["read"], columns: 40) == """
            sitegen read: Read messages

            Usage
              sitegen read FILE… [options]

            Arguments
              FILE  chat exports to read, `-` for
                    standard input

            Options
              --format text|jsonl|csv|html
                    How the result is written
                    (default: text)
              --touch WHICH
                    Which partner gets the lead: one
                    of `text`, `jsonl`, `csv` or
                    `html`
              --source FILE
                    Another log to read (may be
                    repeated)
              -q, --quiet
                    Say nothing but errors
              -h, --help
                    Show this page

            Examples
              sitegen read chat.txt
                  Reads one export

            """)
    }

    @Test func `a group of commands shows each of them`() throws {
        #expect(try page(["codes"], columns: 80) == """
            sitegen codes: Look after the codes

            Usage
              sitegen codes list [PARTNER] [options]
              sitegen codes explain CODE [options]

            Commands
              list     Show every code
              explain  Say whose a code is

            Options
              -h, --help  Show this page

            Examples
              sitegen codes list
                  Shows every code

            `sitegen codes COMMAND --help` tells more of a command.

            """)
    }

    @Test func `no line is wider than the terminal, but for examples, which are copied`() throws {
        for words in [[], ["build"], ["new"], ["read"], ["serve"], ["codes"], ["codes", "list"], ["codes", "explain"]] {
            for columns in 40...100 {
                let page = try page(words, columns: columns)
                let lines = page.split(separator: "\n").prefix { $0 != "Examples" }
                #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= columns })
            }
        }
    }

    @Test func `without a terminal the page is 80 columns wide, and never narrower than 40`() throws {
        #expect(try page(["build"], columns: nil) == page(["build"], columns: 80))
        #expect(try page(["build"], columns: 10) == page(["build"], columns: 40))
    }

    @Test func `headings and the name are painted where there is colour, and nothing else changes`() throws {
        guard case .help(let path) = Sample.request(["read", "--help"]) else { return }
        let painted = Sample.table.helpText(at: path, in: TextStyle(hasColor: true, columns: 80))
        #expect(painted.hasPrefix("\u{1B}[1msitegen read\u{1B}[0m: Read messages\n\n\u{1B}[1mUsage\u{1B}[0m\n"))
        #expect(try painted.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == page(["read"], columns: 80))
    }

    private func page(_ words: [String], columns: Int?) throws -> String {
        guard case .help(let path) = Sample.request(words + ["--help"]) else { throw NoHelp() }
        return Sample.table.helpText(at: path, in: TextStyle(hasColor: false, columns: columns))
    }

    private struct NoHelp: Error {}
}
