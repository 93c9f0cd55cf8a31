import Diagnostics
import Disk
import LeadAttribution
import Manifest

/// The replies of Twilio's answers: the texts are read when a new message is to be answered, and not before.
///
/// Whatever fails here is complained of and means no reply; the message is on the disk all the same. A class, because the complaints come up
/// while the receiver answers and are told afterwards.
final class Replies {
    private let settings: ReceiverSettings
    private(set) var complaints: [String] = []

    init(_ settings: ReceiverSettings) {
        self.settings = settings
    }

    /// What to answer to a new message; nil for nothing.
    func twilioText(_ message: Message) -> String? {
        guard let path = settings.repliesPath, let leads = settings.leadsPath else { return nil }
        do throws(FileError) {
            var problems: [Diagnostic] = []
            guard let texts = try ReplyTexts.read(path, into: &problems) else {
                complaints += problems.map { "no reply was sent: `\(path)`: \($0.message)" }
                return nil
            }
            let reply = try CustomerReply(texts, besideLogAt: leads) { self.language(of: $0) }
            return try reply.text(for: message, now: Machine.unixSeconds)
        } catch {
            complaints.append("no reply was sent: `\(error.path)`: \(error.reason)")
            return nil
        }
    }

    /// By the manifest; the first text is sent where it cannot be read.
    private func language(of message: Message) -> String? {
        guard let path = settings.manifestPath else { return nil }
        do throws(FileError) {
            guard let bytes = try WholeFile.read(path) else { return nil }
            return Manifest.read(bytes, path: path).0.map(TemplateLanguage.init)?.language(of: message.text)
        } catch {
            complaints.append("the language of a message is not known: `\(error.path)`: \(error.reason)")
            return nil
        }
    }
}
