import ByteText
import CommandLineKit
import Diagnostics
import Disk
import LocalServer
import QRCode
import SiteBuild

/// `sitegen serve`: the site in a browser, built anew whenever a file is saved.
enum ServeCommand {
    static let port = Option(
        "port", short: "p", .integer("PORT", in: 0...65_535), summary: "The port; 0 takes any that is free", fallback: "8080, or the next free one")
    static let lan = Option(flag: "lan", summary: "Let phones in the same Wi-Fi see it, with a QR code of the address")
        .alsoTyped("host", "phone", "wifi", "network", "public")

    static let command = Command<Sitegen.Action>(
        "serve", summary: "Look at the site while you change it",
        discussion: """
            Builds, shows the site at an address of this machine, and builds again whenever site.json, partners/ or templates/ change; the \
            open page reloads by itself and shows what is wrong, if something is. The files in public/ are those of a plain build. Ctrl-C ends it.
            """,
        examples: [
            Example("swift run sitegen serve", effect: "Serve this folder's site to this machine alone"),
            Example("swift run sitegen serve --lan", effect: "Look at it on your own phone, too"),
            Example("swift run sitegen serve --root my-site --port 9000", effect: "Another site at another port"),
        ],
        options: [port, lan, SiteOptions.root, SiteOptions.output, SharedOptions.quiet],
        alsoTyped: ["server", "preview", "watch", "dev", "start", "open"],
        action: Sitegen.Action(run: run))

    static let usualPort: UInt16 = 8080

    private static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        let reach: ListeningSocket.Reach = invocation[lan] ? .localNetwork : .loopback
        guard let socket = listen(invocation[port].map { UInt16($0) }, reach, workplace) else { return .couldNotRun }
        let stop = StopSignal()
        let root = workplace.disk.absolutePath ?? workplace.disk.root
        let now = ContinuousClock.elapsed()
        var watch = ChangeWatch(root: root, files: ["site.json"], folders: ["partners", "templates"])
        var preview = SitePreview(workplace: workplace, root: root, now: now)
        preview.build(because: [])
        watch.accept("partners/codes.jsonl")
        greet(socket, reach, preview.example, workplace)
        let server = LocalServer(at: socket, now: now)
        while !stop.hasCome {
            server.turn(waitingMilliseconds: watch.patienceMilliseconds, or: watch.descriptor) { preview.answer(to: $0) }
            let changes = watch.settledChanges(now: now())
            if !changes.isEmpty {
                preview.build(because: changes)
                watch.accept("partners/codes.jsonl")
                server.send(preview.event)
            }
        }
        workplace.tell("\nStopped. \(visible(workplace.outputDescription))/ is as the last build left it.")
        return .done
    }
}

private extension ServeCommand {
    static func listen(_ asked: UInt16?, _ reach: ListeningSocket.Reach, _ workplace: Workplace) -> ListeningSocket? {
        let port = asked ?? usualPort
        do throws(ListeningSocket.Failure) {
            return try ListeningSocket(port: port, reach: reach)
        } catch {
            switch error {
            case .portTaken:
                let free = ListeningSocket.freePort(after: port, reach: reach)
                // The usual port is nobody's wish; one that was asked for is not changed behind the back. Should the free one be taken
                // in this moment, it is told like any other.
                if asked == nil, let free, let socket = try? ListeningSocket(port: free, reach: reach) {
                    workplace.tell("Port \(port) is taken by another program; \(free) is free and is used instead.")
                    return socket
                }
                _ = workplace.refuse("port \(port) is taken by another program, perhaps another `sitegen serve`",
                    hint: free.map { "\($0) is free: `--port \($0)`" } ?? "end that program, or choose another port with `--port`")
            case .notAllowed:
                _ = workplace.refuse("the system does not let you use port \(port)", hint: "choose one above 1023: `--port 8080`")
            case .other(let reason):
                _ = workplace.refuse("port \(port) cannot be used: \(reason)", hint: "choose another with `--port`")
            }
            return nil
        }
    }

    static func greet(
        _ socket: ListeningSocket, _ reach: ListeningSocket.Reach, _ example: (page: String, kit: String?)?, _ workplace: Workplace
    ) {
        let console = workplace.console
        console.writeForPrograms("http://127.0.0.1:\(socket.port)/\n")
        console.flush()
        workplace.tell("\nOpen http://127.0.0.1:\(socket.port)/ in a browser. Save a file, and the page follows. Ctrl-C ends it.")
        if let example {
            let address = "http://127.0.0.1:\(socket.port)/"
            workplace.tell("A partner's page: \(address)\(example.page)" + (example.kit.map { "\nThe partner's kit: \(address)\($0)" } ?? ""))
        }
        guard reach == .localNetwork else { return }
        let addresses = ListeningSocket.networkAddresses().map { "http://\($0):\(socket.port)/" }
        guard let first = addresses.first else {
            workplace.tell("This machine is in no network, so no phone can reach it.")
            return
        }
        workplace.tell("On a phone in the same Wi-Fi: \(addresses.joined(separator: " or "))")
        if console.messageStyle.columns != nil, workplace.writesUTF8, let symbol = try? QRCode.encode(first) {  // An address fits any symbol.
            console.say(symbol.terminalText(setsColours: console.messageStyle.hasColor))
        }
        workplace.tell("If the phone shows nothing, this machine's firewall keeps it out. Everyone in this network can see the site now.")
    }
}
