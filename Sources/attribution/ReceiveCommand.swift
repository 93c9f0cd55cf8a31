import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution

/// `attribution receive`: one request of Meta or Twilio, from a web server that speaks CGI.
enum ReceiveCommand {
    static let command = Command<AttributionProgram.Action>(
        "receive", summary: "Take a message from Meta or Twilio, as a CGI program of a web server",
        discussion: """
            A web server starts this program for every request (CGI/1.1, RFC 3875), without arguments. It checks the signature, keeps messages in the \
            folder ATTRIBUTION_LEADS, and answers when they are on the disk. Keys and addresses are environment variables, or lines of the file that \
            ATTRIBUTION_SETTINGS names. docs/webhooks.md tells everything, and docs/deploy/ has configurations for nginx and Apache.
            """,
        examples: [
            Example("GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET PATH_INFO=/meta swift run attribution receive", effect: "Answer a request by hand, to see whether the settings are found"),
        ],
        alsoTyped: ["webhook", "serve", "server", "listen", "cgi"],
        action: AttributionProgram.Action { (_, desk) throws(FileError) in refuse(desk) })

    /// However slow a client is, the server gets its process back.
    private static let secondsAtMost: UInt32 = 30

    /// Where no web server asks.
    private static func refuse(_ desk: Desk) -> RunStatus {
        desk.console.complain("""
            \(desk.console.messageStyle.paint("error", .error)): this is for a web server, which says in environment variables what was asked
              \(desk.console.messageStyle.paint("hint", .good)): docs/webhooks.md tells how to set one up
            """)
        return .couldNotRun
    }

    /// Answers the request that the environment describes.
    static func answer(_ desk: Desk) -> RunStatus {
        Machine.endProcess(afterSeconds: secondsAtMost)
        var problems: [Diagnostic] = []
        var settings = ReceiverSettings { _ in nil }
        do throws(FileError) { settings = try SettingsFile.settings(variable: desk.variable, into: &problems) } catch {
            desk.console.complain(FailureText.text(for: error, style: desk.console.messageStyle))
        }
        let body = OpenDescriptor(standardInputNamed: "body")
        let replies = Replies(settings)
        let outcome = Receiver(settings, now: Machine.unixSeconds, reply: replies.twilioText).answer(CGIRequest(variable: desk.variable), body: body)
        if outcome.added > 0 { Machine.outliveRequests() }
        desk.console.write(outcome.response.bytes)
        desk.console.flush()
        // The answer is given; a sender that breaks off now is no matter.
        try? BodyReader.discard(outcome.unread, from: body)
        if !problems.isEmpty { desk.reportWithoutSource(problems) }
        if let complaint = outcome.complaint { desk.console.complain("attribution: \(complaint)") }
        for complaint in replies.complaints { desk.console.complain("attribution: \(complaint)") }
        if outcome.added > 0, settings.notifyURL != nil || settings.repliesPath != nil && settings.metaAccessToken != nil { NotifyCommand.startDetached(desk, settings) }
        return .done
    }
}
