@testable import attribution
import ByteText
import CommandLineKit
import Disk
import LeadAttribution
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The built program as a web server starts it, and the commands around the lead log.
@Suite struct ReceiveTests {
    @Test func `a web server gets an answer, whatever arguments the query became`() throws {
        let folder = try WebhookFolder()
        let challenge = folder.serve(["REQUEST_METHOD": "GET", "PATH_INFO": "/meta", "QUERY_STRING": "hub.mode=subscribe&hub.verify_token=word&hub.challenge=1158201444"])
        #expect(challenge == "Status: 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n1158201444")
        for arguments in [["--help"], ["check", "/etc/passwd"], ["notify"], ["--version"]] {
            #expect(folder.serve(["REQUEST_METHOD": "GET", "PATH_INFO": "/meta"], arguments: arguments).hasPrefix("Status: 403 Forbidden\r\n"))
        }
        #expect(folder.deliver("a", "Code: KTM482") == "Status: 200 OK" && folder.deliver("a", "Code: KTM482") == "Status: 200 OK")
        #expect(folder.deliver("b", "x", secret: "wrong") == "Status: 403 Forbidden")
        #expect(folder.check([folder.leads]).contains("1 lead from 1 message with a code, of 1 message."))
    }

    @Test func `keys come from a file that only its owner may read, and are never printed`() throws {
        let folder = try WebhookFolder()
        for (mode, status) in [(0o600, "Status: 200 OK"), (0o644, "Status: 503 Service Unavailable"), (0o640, "Status: 503 Service Unavailable")] {
            try folder.write("s.env", "META_APP_SECRET=hunter2\nMETA_APP_SECRT=hunter2\nhunter2\nATTRIBUTION_LEADS=\(folder.leads)\n")
            chmod(folder.path + "/s.env", mode_t(mode))
            let request = folder.request("m\(mode)", "hi", secret: "hunter2")
            let call = ProgramCall("/bin/sh", ["-c", "\"$0\" 2>&1", folder.program], environment: request.variables.filter { !$0.hasPrefix("META_") && !$0.hasPrefix("ATTRIBUTION_") }
                + ["ATTRIBUTION_SETTINGS=\(folder.path)/s.env"], input: request.body)
            guard case .ended(_, let output, true) = call.run(limit: 1 << 20) else {
                Issue.record("not run")
                continue
            }
            let text = String(decoding: output, as: UTF8.self)
            #expect(text.contains(status) && !text.contains("hunter2"), "\(text)")
            #expect(text.contains("chmod 600") == (mode != 0o600))
        }
    }

    @Test func `logs of several machines are merged by the ids of their messages`() throws {
        let one = try WebhookFolder(), two = try WebhookFolder()
        for number in 0..<6 {
            let text = number < 4 ? "Code: KTM482" : "hello \(number)"
            if number != 1 { #expect(one.deliver("id \(number)", text, from: "6681000000\(number)") == "Status: 200 OK") }
            if number != 2 { #expect(two.deliver("id \(number)", text, from: "6681000000\(number)") == "Status: 200 OK") }
        }
        #expect(one.check([one.leads, two.leads]).contains("4 leads from 4 messages with a code, of 6 messages"))
        #expect(one.check([one.leads]).contains("3 leads from 3 messages with a code, of 5 messages"))
    }

    @Test func `receivers at once store each message once, and each says so`() async throws {
        let folder = try WebhookFolder()
        let answers = await withTaskGroup(of: String.self) { group in
            for number in 0..<24 { group.addTask { folder.deliver("id \(number % 8)", "Code: KTM482", from: "6681000000\(number % 8)") } }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers == Array(repeating: "Status: 200 OK", count: 24))
        #expect(folder.check([folder.leads]).contains("8 leads from 8 messages with a code, of 8 messages"))
    }

    @Test(arguments: ["ok", "Code: KTM482"])
    func `the same words in one minute are as many messages as there are ids, on however many machines`(_ text: String) throws {
        let one = try WebhookFolder(), two = try WebhookFolder()
        let seconds = Machine.unixSeconds
        for (folder, id) in [(one, "a"), (two, "b"), (one, "c"), (two, "c"), (two, "d")] { #expect(folder.deliver(id, text, at: seconds) == "Status: 200 OK") }
        #expect(one.check([one.leads, two.leads]).contains("of 4 messages"))
        #expect(one.check([two.leads, one.leads, one.leads]).contains("of 4 messages"))
    }

    @Test func `a day of the log that somebody packed is not missed in silence`() throws {
        let folder = try WebhookFolder()
        #expect(folder.deliver("a", "Code: KTM482") == "Status: 200 OK")
        let packing = ProgramCall("/bin/sh", ["-c", "printf '\\037\\213\\010packed' > \(folder.leads)/2026-11-20.jsonl.gz"])
        #expect(packing.run(limit: 1) == .ended(status: 0, output: [], isWhole: true))
        let run = folder.sample.run(["check", folder.leads, "--manifest", folder.sample.manifest])
        #expect(run.status == .foundErrors && run.messages.contains("2026-11-20.jsonl.gz") && run.messages.contains("packed with gzip"))
        #expect(run.output.contains("1 lead from 1 message with a code"))
    }

    @Test func `each new lead waits in the outbox once, killed or not`() throws {
        let folder = try WebhookFolder()
        for (id, text, person) in [("a", "Code: KTM482", "66810000001"), ("b", "hello", "66810000002"), ("c", "KTM482 again", "66810000001"), ("d", "Код: XHB732", "66810000003")] {
            #expect(folder.deliver(id, text, from: person) == "Status: 200 OK")
        }
        // Nothing listens on this port, so everything waits.
        let settings = ["ATTRIBUTION_LEADS": folder.leads, "ATTRIBUTION_MANIFEST": folder.sample.manifest, "ATTRIBUTION_NOTIFY_URL": "http://127.0.0.1:1/crm"]
        let first = folder.run(["notify"], settings)
        #expect(first.status == .done && first.messages.hasPrefix("0 sent, 2 waiting, 0 given up\nwaiting: "))
        let outbox = try Outbox(besideLogAt: folder.leads)
        let waiting = try outbox.waiting()
        #expect(waiting.count == 2 && waiting.map(\.attempts).sorted() == [0, 1])
        #expect(Set(waiting.map { String(decoding: $0.content, as: UTF8.self).split(separator: ",")[4] }) == [#""partner":"hotel-sunrise""#, #""partner":"anna-guide""#])
        // As if the process had been killed before it noted how far it had read, or before it noted anything.
        for lost in [["places.json"], ["persons"], ["places.json", "persons"]] {
            for name in lost { unlink(folder.leads + "/.notify/" + name) }
            #expect(folder.run(["notify"], settings).messages.hasPrefix("0 sent, 2 waiting, 0 given up"))
        }
        #expect(folder.deliver("e", "KTM482", from: "66810000004") == "Status: 200 OK")
        #expect(folder.run(["notify", "--now"], settings).messages.hasPrefix("0 sent, 3 waiting, 0 given up"))
    }

    @Test(arguments: [
        ([:], "`ATTRIBUTION_LEADS` is not set"), (["ATTRIBUTION_LEADS": "/tmp"], "`ATTRIBUTION_NOTIFY_URL` is not set"),
        (["ATTRIBUTION_LEADS": "/missing/folder", "ATTRIBUTION_NOTIFY_URL": "https://x"], "cannot open the folder `/missing/folder`"),
        (["ATTRIBUTION_SETTINGS": "/missing.env"], "there is no file of settings here"),
    ] as [([String: String], String)])
    func `what is missing is said`(_ settings: [String: String], _ problem: String) throws {
        let run = try WebhookFolder().run(["notify"], settings)
        #expect(run.status == .couldNotRun && run.messages.contains(problem), "\(run.messages)")
    }

    @Test func `receive without a web server says what it is for`() throws {
        let run = try WebhookFolder().run(["receive"], [:])
        #expect(run.status == .couldNotRun && run.messages.contains("this is for a web server"))
    }
}

/// A folder with a manifest and an empty lead log, and the built program. A class for its `deinit`.
final class WebhookFolder: Sendable {
    let sample: SampleFolder
    let leads: String
    var path: String { leads + "-more" }
    let program: String

    init() throws {
        sample = try SampleFolder()
        leads = sample.path + "-leads"
        program = String(#filePath.prefix(#filePath.utf8.count - "Tests/AttributionTests/ReceiveTests.swift".utf8.count)) + ".build/debug/attribution"
        for folder in [leads, path] where mkdir(folder, 0o700) != 0 { throw SampleFolder.CannotWrite() }
    }

    deinit {
        for folder in [leads, path] { _ = ProgramCall("/bin/rm", ["-r", folder]).run(limit: 0) }
    }

    func write(_ name: String, _ text: String) throws {
        guard let file = fopen(path + "/" + name, "w") else { throw SampleFolder.CannotWrite() }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw SampleFolder.CannotWrite() }
    }

    /// What the program answers as a CGI program with these variables.
    func serve(_ variables: [String: String], body: [UInt8] = [], arguments: [String] = []) -> String {
        let settings = ["GATEWAY_INTERFACE=CGI/1.1", "META_VERIFY_TOKEN=word", "META_APP_SECRET=secret", "ATTRIBUTION_LEADS=\(leads)"]
        let call = ProgramCall(program, arguments, environment: settings + variables.map { "\($0)=\($1)" }, input: body)
        guard case .ended(_, let output, true) = call.run(limit: 1 << 20) else { return "not run" }
        return String(decoding: output, as: UTF8.self)
    }

    func request(_ id: String, _ text: String, from person: String = "66812345678", secret: String = "secret", at seconds: Int = Machine.unixSeconds) -> (variables: [String], body: [UInt8]) {
        let body = Array((#"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[{"from":"\#(person)","id":"\#(id)","#
            + #""timestamp":"\#(seconds)","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#).utf8)
        let signature = Hexadecimal.encode(HMAC.sha256(body, key: Array(secret.utf8)))
        return (["GATEWAY_INTERFACE=CGI/1.1", "REQUEST_METHOD=POST", "PATH_INFO=/meta", "CONTENT_TYPE=application/json", "CONTENT_LENGTH=\(body.count)", "HTTP_X_HUB_SIGNATURE_256=sha256=\(signature)"], body)
    }

    /// The first line of the answer to a message.
    func deliver(_ id: String, _ text: String, from person: String = "66812345678", secret: String = "secret", at seconds: Int = Machine.unixSeconds) -> String {
        let request = request(id, text, from: person, secret: secret, at: seconds)
        let variables = Dictionary(uniqueKeysWithValues: request.variables.map { line in
            let name = line.prefix { $0 != "=" }
            return (String(name), String(line.dropFirst(name.count + 1)))
        })
        return String(serve(variables.filter { $0.key != "GATEWAY_INTERFACE" }, body: request.body).prefix { $0 != "\r\n" })
    }

    func run(_ arguments: [String], _ variables: [String: String]) -> (status: RunStatus, output: String, messages: String) {
        let recording = ConsoleRecording()
        let status = AttributionProgram.run(arguments, environment: Environment(variables), console: recording.console)
        return (status, recording.output, recording.messages)
    }

    /// The text report over `folders`.
    func check(_ folders: [String]) -> String { sample.run(["check"] + folders + ["--manifest", sample.manifest]).output }
}
