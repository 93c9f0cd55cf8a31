import CommandLineKit
import Diagnostics
import Disk
import SiteBuild
import StructuredText

/// `sitegen check --channel twilio|meta`: what is still missing before customers' messages come through that channel.
enum ChannelCheck {
    static let channel = Option("channel", .choice(Channel.self), summary: "Say what is missing before going live with Twilio or Meta")
    static let settings = Option(
        "settings", .file(), summary: "The file of the receiver's settings, for --channel", environment: "ATTRIBUTION_SETTINGS")

    /// Prints the checklist to standard output; `foundErrors` while anything is missing.
    static func run(
        _ channel: Channel, _ invocation: Invocation, _ workplace: Workplace, environment: Environment = .ofProcess
    ) throws(FileError) -> RunStatus {
        let (builder, output) = (try workplace.builder(), try workplace.output())
        let settings = receiverSettings(invocation[settings], environment)
        let receiver = ReadinessFacts.Receiver(
            settings: settings,
            manifest: settings[.manifest].flatMap(contents),
            hasLeadFolder: settings[.leads].map { folder(at: $0) != nil } ?? false,
            siteFolder: output.disk.absolutePath.map { ($0 == "/" ? "" : $0) + "/" + output.folder.text })
        let (readiness, diagnostics) = try builder.readiness(for: channel, receiver: receiver)
        guard let readiness else {
            workplace.report(diagnostics)
            workplace.console.complain("The site has errors: mend these first, then ask again what is missing for \(channel.name).\n")
            return .foundErrors
        }
        if invocation[SiteOptions.json] {
            workplace.console.write(json(readiness))
        } else {
            workplace.console.write(text(readiness, workplace.console.outputStyle))
        }
        return readiness.isReady ? .done : .foundErrors
    }
}

private extension ChannelCheck {
    static func receiverSettings(_ path: String?, _ environment: Environment) -> ReceiverConfiguration {
        func look(_ name: String) -> String? { environment[EnvironmentName(stringLiteral: name)] }
        guard let path else { return ReceiverConfiguration(environment: look) }
        do throws(FileError) {
            switch try SecretFile.read(path) {
            case .bytes(let bytes): return ReceiverConfiguration(environment: look, file: .read(path: path, isOpenToOthers: false), fileBytes: bytes)
            // The checklist goes on with what stands in it, so that one run names everything that is missing.
            case .openToOthers: 
                return ReceiverConfiguration(
                    environment: look, file: .read(path: path, isOpenToOthers: true), fileBytes: contents(path) ?? [])
            case .missing: return ReceiverConfiguration(environment: look, file: .missing(path: path))
            case .unfit: return ReceiverConfiguration(environment: look, file: .unreadable(path: path))
            }
        } catch {
            return ReceiverConfiguration(environment: look, file: .unreadable(path: path))
        }
    }

    /// The file at `path`, anywhere on this machine; nil when it is absent or not for this user.
    static func contents(_ path: String) -> [UInt8]? {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let name = SitePath(String(slash.map { path[path.index(after: $0)...] } ?? path[...])) else { return nil }
        return folder(at: parent).flatMap { try? $0.read(name) }  // Absent and unreadable are the same to the checklist.
    }

    static func folder(at path: String) -> DiskFileSystem? {
        try? DiskFileSystem(root: path)  // As above.
    }

    static func text(_ readiness: Readiness, _ style: TextStyle) -> String {
        let name = readiness.channel.name
        let headline = readiness.isReady
            ? style.paint("Ready for \(name)", .good) + ", as far as can be seen from here."
            : style.paint("Not ready for \(name) yet", .strong) + ": \(counted(readiness.missingCount, "thing is", plural: "things are")) missing."
        var lines = [headline]
        for group in readiness.groups {
            lines += ["", style.paint(group.title, .strong)]
            for finding in group.findings {
                let words = TextWrapping.lines(finding.text, width: style.textWidth - 4)
                lines.append(mark(finding.state, style) + " " + (words.first ?? ""))
                lines += words.dropFirst().map { "    " + $0 }
                lines += finding.remedy.map { TextWrapping.lines($0 + ".", width: style.textWidth - 6).map { "      " + $0 } } ?? []
            }
        }
        lines += ["", "[x] done   [ ] missing   [!] have a look   [?] by hand", "Step by step: \(readiness.channel.guide)"]
        return lines.joined(separator: "\n") + "\n"
    }

    static func mark(_ state: Readiness.State, _ style: TextStyle) -> String {
        switch state {
        case .done: style.paint("[x]", .good)
        case .missing: style.paint("[ ]", .error)
        case .look: style.paint("[!]", .warning)
        case .byHand: "[?]"
        }
    }

    /// `{"type":"readiness","channel":"twilio","ready":false,"missing":2,"findings":[{"group":…,"id":…,"state":…,"text":…,"remedy":…}]}`
    static func json(_ readiness: Readiness) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "readiness")
            json.member("channel", readiness.channel.rawValue)
            json.member("ready", readiness.isReady)
            json.member("missing", readiness.missingCount)
            json.key("findings")
            json.array { json in
                for group in readiness.groups {
                    for finding in group.findings {
                        json.lineBreak()
                        json.object { json in
                            json.member("group", group.title)
                            json.member("id", finding.id)
                            json.member("state", finding.state.rawValue)
                            json.member("text", finding.text)
                            if let remedy = finding.remedy { json.member("remedy", remedy) }
                        }
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }
}
