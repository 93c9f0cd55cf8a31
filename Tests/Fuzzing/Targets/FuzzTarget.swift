import Foundation
import LeadAttribution

/// A parser under attack: any bytes go in, and what must hold whatever they are is checked. `Tests/Fuzzing/run` feeds it with libFuzzer, the
/// test suite with what libFuzzer found before. Public, because the package with libFuzzer is another one.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case json, csv, settings
    case site, partner, sheet, image, mustache, ledger, manifest
    case chat, twilio, meta, leads, archive, paste, sales
    case request, delivery, page
    case qr

    /// What does not hold for `bytes`; nil when all is well. Whatever traps on the way is found by the caller.
    public func complaint(about bytes: [UInt8]) -> String? {
        switch self {
        case .json: JSONTarget.complaint(bytes)
        case .csv: CSVTarget.complaint(bytes)
        case .settings: SettingsTarget.complaint(bytes)
        case .site: SiteTarget.complaint("site.json", bytes)
        case .partner: SiteTarget.complaint("partners/one.json", bytes)
        case .sheet: SiteTarget.complaint("partners/sheet.csv", bytes)
        case .image: SiteTarget.complaint("templates/assets/economy.jpg", bytes)
        case .mustache: MustacheTarget.complaint(bytes)
        case .ledger: LedgerTarget.complaint(bytes)
        case .manifest: ManifestTarget.complaint(bytes)
        case .chat: MessagesTarget.complaint(bytes, .chat)
        case .twilio: MessagesTarget.complaint(bytes, .twilio)
        case .meta: MessagesTarget.complaint(bytes, .meta)
        case .leads: MessagesTarget.complaint(bytes, .leads)
        case .paste: PasteTarget.complaint(bytes)
        case .archive: ArchiveTarget.complaint(bytes)
        case .sales: SalesTarget.complaint(bytes)
        case .request: RequestTarget.complaint(bytes)
        case .delivery: DeliveryTarget.complaint(bytes)
        case .page: PageTarget.complaint(bytes)
        case .qr: QRTarget.complaint(bytes)
        }
    }

    /// The target that the environment variable `variable` names.
    public static func named(by variable: String) -> FuzzTarget {
        let name = ProcessInfo.processInfo.environment[variable] ?? ""
        guard let target = FuzzTarget(rawValue: name) else { fatalError("\(variable) names one of: \(allCases.map(\.rawValue).joined(separator: " "))") }
        return target
    }
}
