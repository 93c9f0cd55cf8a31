import ByteText
package import Disk
import StructuredText

/// Fetches messages from Twilio's list into the lead log, for a business without a webhook, or for days on which it was away.
///
/// It goes day by day (UTC), the oldest first, and a day is stored whole and in order, so that the log reads as if the messages had been
/// delivered. What a webhook has stored, or an earlier run, is not stored again, however long ago. A run that was broken off goes on with the
/// day it had come to.
package struct TwilioPull {
    /// Twilio keeps messages for 400 days (retention of message records, November 2026).
    static let daysKept = 400

    private let list: TwilioMessageList
    private let account: String
    private let path: String
    private let client: PatientClient
    private let clock: () -> Int

    /// A pull into the log in the folder at `path`. `clock` gives seconds since 1970 UTC, `pause` waits so many.
    package init(_ account: TwilioAccount, intoLogAt path: String, client: any HTTPClient, clock: @escaping () -> Int, pause: @escaping (Int) -> Void) {
        list = TwilioMessageList(account)
        self.account = account.id
        self.path = path
        self.client = PatientClient(client: client, clock: clock, pause: pause)
        self.clock = clock
    }

    /// What a run came to.
    package struct Report: Equatable, Sendable {
        /// The first day that was asked for, `2026-11-15`.
        package var since: String
        /// Where an earlier run had been broken off and this one went on; nil for one from the beginning.
        package var resumedAt: String?
        package var pages = 0
        /// All messages of the list, those of the business and SMS counted.
        package var messages = 0
        /// Those of people through WhatsApp.
        package var inbound = 0
        /// Those that were not in the log before.
        package var added = 0
        /// Those that were, or came twice.
        package var known = 0
        /// Why the run ended before it was through.
        package var problem: PullProblem?
    }

    /// Fetches everything since the day number `since` (days since 1970, UTC), as far as Twilio keeps it. Nil while another process does so.
    package func run(since: Int, progress: (Int) -> Void = { _ in }) throws(FileError) -> Report? {
        let place = try PullPlace(besideLogAt: path)
        guard let lock = try place.tryLock() else { return nil }
        defer { withExtendedLifetime(lock) {} }
        let first = max(LogDay(number: since), today.adding(-Self.daysKept))
        let start = try place.read(account: account, since: first) ?? first
        var report = Report(since: first.text, resumedAt: start == first ? nil : start.text)
        let store = try LeadLogStore(path: path)
        let known = try LeadLogHistory(logAt: path, from: start, today: today)
        var day = start
        while day <= today {
            var messages: [Message] = []
            if let problem = fetch(day, into: &messages, &report, progress) {
                report.problem = problem
                return report
            }
            // The list has the newest first.
            let added = try store.store(messages.reversed().filter { !known.contains($0) }, now: clock())
            report.added += added
            report.known += messages.count - added
            // The day itself is read again after a break, for a message may have come at its very end.
            try place.write(account: account, since: first, reached: day)
            day = day.adding(1)
        }
        try place.remove()
        return report
    }
}

extension TwilioPull.Report {
    /// `{"type":"pull","service":"twilio","since":"2026-11-15","resumedAt":null,"pages":3,"messages":120,"inbound":80,"added":40,"known":40,
    /// "complete":true,"problem":null}` and a line feed.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "pull")
            json.member("service", "twilio")
            json.member("since", since)
            json.memberOrNull("resumedAt", resumedAt)
            json.member("pages", pages)
            json.member("messages", messages)
            json.member("inbound", inbound)
            json.member("added", added)
            json.member("known", known)
            json.member("complete", problem == nil)
            json.memberOrNull("problem", problem?.text)
        }
        return json.bytes + [.lineFeed]
    }
}

private extension TwilioPull {
    var today: LogDay { LogDay(number: clock() / 86_400) }

    /// All pages of `day`; why they are not all there otherwise.
    func fetch(_ day: LogDay, into messages: inout [Message], _ report: inout Report, _ progress: (Int) -> Void) -> PullProblem? {
        var call = list.firstPage(of: day)
        var seen: Set<String> = []
        while true {
            let page: TwilioMessageList.Page
            switch client.send(call) {
            case .unreachable(let reason): return PullProblem(reason, hint: "what came so far is kept; run the command again, and it goes on from here")
            case .answer(let answer):
                switch TwilioMessageList.read(answer) {
                case .failure(let problem): return problem
                case .success(let whole): page = whole
                }
            }
            report.pages += 1
            report.messages += page.count
            report.inbound += page.messages.count
            messages += page.messages
            progress(report.messages)
            guard let next = page.next else { return nil }
            guard seen.insert(next).inserted, let following = list.page(at: next) else {
                return PullProblem("Twilio's list names a next page that cannot be right", hint: "look whether `TWILIO_API_URL` is right, and try again later")
            }
            call = following
        }
    }
}

/// Where a pull that was broken off has come to, in the folder `.pull` beside the log.
struct PullPlace {
    private static let folderName: FileName = ".pull"
    private static let name: FileName = "twilio"
    private let folder: SharedFolder

    init(besideLogAt path: String) throws(FileError) {
        folder = try SharedFolder(path: path).folder(Self.folderName)
    }

    func tryLock() throws(FileError) -> (any FileLock)? { try folder.tryLock() }

    /// The day that a run since `since` had reached; nil where nothing is known that helps.
    func read(account: String, since: LogDay) throws(FileError) -> LogDay? {
        let words = String(decoding: try folder.read(Self.name) ?? [], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == account, let start = LogDay(text: words[1]), let reached = LogDay(text: words[2]),
              start <= since, since <= reached else { return nil }
        return reached
    }

    func write(account: String, since: LogDay, reached: LogDay) throws(FileError) {
        try folder.replace(Self.name, with: Array("\(account) \(since.text) \(reached.text)\n".utf8))
    }

    func remove() throws(FileError) { try folder.remove(Self.name) }
}
