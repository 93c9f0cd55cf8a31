import ByteText
import CommandLineKit
import Diagnostics
import Disk
import LocalServer
import PartnerCodes
import SiteBuild

/// A site that is being worked on: its latest build, what is wrong with it, and the answers to a browser.
struct SitePreview {
    private let first: Workplace
    private let root: String
    private let now: @Sendable () -> Duration
    private var files: SiteFiles?
    /// Counts the builds that changed something, so that a page knows whether it is old.
    private var number = 1
    private var problem: String?
    /// Where one partner's page and kit are, below the site's address: of somebody new, if there is anybody.
    private(set) var example: (page: String, kit: String?)?

    /// The site that `workplace` was opened for, at `root`, its absolute path.
    init(workplace: Workplace, root: String, now: @escaping @Sendable () -> Duration) {
        first = workplace
        self.root = root
        self.now = now
    }

    /// Builds, and says in the terminal what came of it. `changes` are the files that gave the reason; none for the first build.
    mutating func build(because changes: [String]) {
        let start = now()
        do throws(FileError) {
            let workplace = try first.reopened(at: root)
            let report = try workplace.builder().run(.build)
            let (output, folder) = try workplace.output()
            files = SiteFiles(disk: output, folder: folder)
            finish(report, workplace, changes, (now() - start).milliseconds)
        } catch {
            let words = "This goes on by itself as soon as the folder is back."
            let text = FailureText.text(for: error, style: .plain) + words
            if problem != text { first.console.complain(FailureText.text(for: error, style: first.console.messageStyle) + words) }
            problem = text
        }
    }

    /// What open pages have to know.
    var event: ServerEvent {
        guard let problem else { return ServerEvent("built", data: String(number)) }
        var text: [UInt8] = []
        text.append(jsonString: problem)
        return ServerEvent("problem", data: String(decoding: text, as: UTF8.self))
    }

    /// The answer to a browser.
    mutating func answer(to request: HTTPRequest) -> HTTPAnswer {
        switch request.path {
        case LivePage.eventsPath: return .events(first: event)
        case LivePage.scriptPath: return .whole(HTTPResponse(.ok, type: "text/javascript; charset=utf-8", body: Array(LivePage.script.utf8)))
        default: return .whole(page(request.path))
        }
    }

    private mutating func page(_ path: String) -> HTTPResponse {
        do throws(FileError) {
            let number = number
            if let response = try files?.response(for: path, adapt: { LivePage.adapted($0, build: number) }) { return response }
            // The built site was removed by hand: nothing that is watched has changed, and still there is something to build.
            if problem == nil {
                build(because: [first.outputDescription])
                let number = self.number
                if let response = try files?.response(for: path, adapt: { LivePage.adapted($0, build: number) }) { return response }
            }
            return Self.failure(problem ?? "There is no site yet.", build: number)
        } catch {
            return Self.failure(FailureText.text(for: error, style: .plain), build: number)
        }
    }

    private static func failure(_ text: String, build: Int) -> HTTPResponse {
        HTTPResponse(.failed, type: "text/html; charset=utf-8", body: LivePage.problem(text, build: build))
    }
}

private extension SitePreview {
    mutating func finish(_ report: BuildReport, _ workplace: Workplace, _ changes: [String], _ milliseconds: Int) {
        let console = workplace.console
        let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
        let because = changes.isEmpty ? "" : ": " + changes.prefix(3).map(visible).joined(separator: ", ") + more
        guard let result = report.result else {
            workplace.report(report.diagnostics)
            console.complain(BuildSummary.text(report, mode: .build, workplace) + "The page waits for the file to be put right\(because).")
            problem = Self.text(of: report, workplace)
            return
        }
        let new = result.newCodes.first?.partner
        example = (result.partners.first { $0.id == new } ?? result.partners.first).map {
            ($0.slug.text + "/", result.hasKits ? $0.slug.text + "/kit/" : nil)
        }
        let wasBroken = problem != nil
        problem = nil
        if changes.isEmpty {
            workplace.report(report.diagnostics)
            workplace.tell(BuildSummary.text(report, mode: .build, workplace, isServed: true))
        } else if !result.changedNothing || wasBroken {
            workplace.report(report.diagnostics)
            let codes = result.newCodes.map { ", new code \($0.code) for \(visible($0.partner.text))" }.joined()
            let count = result.files.created + result.files.replaced + result.files.removed
            let what = result.changedNothing ? "everything is in order again" : "\(counted(count, "file")) changed\(codes)"
            workplace.tell("Built in \(milliseconds) ms\(because): \(what).")
        }
        if !result.changedNothing { number += 1 }
    }

    /// The errors as the page shows them.
    static func text(of report: BuildReport, _ workplace: Workplace) -> String {
        var printer = DiagnosticTextPrinter(color: false, readSource: workplace.source)
        let errors = report.diagnostics.filter { $0.severity == .error }.prefix(20)
        return Sitegen.table.asTyped(Array(errors)).map { printer.text(for: $0) }.joined(separator: "\n")
    }
}

private extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
