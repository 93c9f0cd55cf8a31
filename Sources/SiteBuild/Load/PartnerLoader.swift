import ByteText
import Diagnostics
import Disk
import Dispatch
import PartnerCodes
import StructuredText
import Synchronization

/// Reads `partners/`: every definition, checked by itself and against the others; all errors of all files in one run.
struct PartnerLoader {
    static let path: SitePath = "partners"

    private let site: SiteDefinition
    private var checker: PartnerChecker
    private var diagnostics: [Diagnostic] = []
    private var partners: [PartnerDefinition] = []

    /// The partners in order of id. After an error the list is not complete.
    static func load(_ disk: any FileSystem, site: SiteDefinition, into diagnostics: inout [Diagnostic]) throws(FileError) -> [PartnerDefinition] {
        var loader = PartnerLoader(site: site)
        try loader.readFolder(disk)
        loader.diagnostics += loader.checker.diagnostics
        loader.refuseRepeatedSlugs()
        loader.putInOrder()
        loader.refuseRepeatedIDs()
        diagnostics += loader.diagnostics
        return loader.partners
    }

    private init(site: SiteDefinition) {
        self.site = site
        checker = PartnerChecker(site: site)
    }
}

private extension PartnerLoader {
    mutating func readFolder(_ disk: any FileSystem) throws(FileError) {
        if let kind = try disk.kind(of: Self.path), kind == .file {
            diagnostics.append(Diagnostic(
                "P001", .error, at: SourceLocation(path: Self.path.text), "`partners` is a file, and a folder has to stand there",
                hint: "move the file elsewhere; if it is a spreadsheet, make the folder and put it in there as `partners/partners.csv`"))
            return
        }
        guard let entries = try disk.list(Self.path) else {
            diagnostics.append(Diagnostic(
                "P001", .error, at: SourceLocation(path: Self.path.text), "the folder `partners` is missing",
                hint: "make it; `sitegen new \"Hotel Sunrise\"` writes the first partner into it"))
            return
        }
        for entry in entries where !entry.name.hasPrefix(".") && entry.name != LedgerFile.path.name {
            let path = Self.path.appending(entry.name)
            if entry.name.hasSuffix(".json") || entry.name.hasSuffix(".csv") {
                if let bytes = InputFile.read(path, disk, into: &diagnostics) { add(bytes, entry.name, path.text) }
            } else {
                reportUnused(entry, path.text)
            }
        }
    }

    mutating func add(_ bytes: [UInt8], _ name: String, _ path: String) {
        if name.hasSuffix(".json") {
            let id = String(name.dropLast(".json".count))
            guard let fields = PartnerFileReader.read(bytes, path: path, id: id, languages: site.languages, into: &diagnostics) else { return }
            if let partner = checker.partner(from: fields) { partners.append(partner) }
        } else if Self.isWorkbook(bytes) {
            diagnostics.append(Diagnostic(
                "P015", .error, at: SourceLocation(path: path), "`\(path)` is an Excel workbook that is called CSV",
                hint: "a new name is not enough: open it and save it with the file type “CSV UTF-8 (Comma delimited)”"))
        } else {
            addRows(of: PartnerSheetReader(bytes, path: path, languages: site.languages))
        }
    }

    /// Rows are cut here, and what they say is read and checked on another core; here, while that one has enough before it.
    mutating func addRows(of reader: consuming PartnerSheetReader) {
        let checked = Mutex(CheckedRows())
        let queue = DispatchQueue(label: "rows")
        for number in 0... {
            let rows = reader.next(Self.rowsAtOnce)
            if rows.isEmpty { break }
            let check = { @Sendable [site] in
                var checker = PartnerChecker(site: site)
                var partners: [PartnerDefinition] = []
                var diagnostics: [Diagnostic] = []
                rows.forEach(into: &diagnostics) { fields in
                    if let partner = checker.partner(from: fields) { partners.append(partner) }
                }
                checked.withLock { $0.portions[number] = (partners, diagnostics + checker.diagnostics) }
            }
            let isForOther = checked.withLock { checked in
                if checked.waiting == Self.portionsAhead { return false }
                checked.waiting += 1
                return true
            }
            if isForOther {
                queue.async {
                    check()
                    checked.withLock { $0.waiting -= 1 }
                }
            } else {
                check()
            }
        }
        queue.sync {}
        diagnostics += reader.diagnostics
        let portions = checked.withLock { $0.portions }
        for number in 0..<portions.count {
            partners += portions[number]?.partners ?? []
            diagnostics += portions[number]?.diagnostics ?? []
        }
    }

    private struct CheckedRows {
        /// By number.
        var portions: [Int: (partners: [PartnerDefinition], diagnostics: [Diagnostic])] = [:]
        /// How many portions the other core has before it.
        var waiting = 0
    }

    static let rowsAtOnce = 500
    static let portionsAhead = 2

    /// Whether a spreadsheet program wrote its own format: a ZIP archive (ISO/IEC 29500) or a compound file (MS-CFB).
    static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    mutating func reportUnused(_ entry: FolderEntry, _ path: String) {
        let remedies: [(ending: String, hint: String)] = [
            (".xlsx", "save the spreadsheet as CSV (UTF-8)"), (".xls", "save the spreadsheet as CSV (UTF-8)"),
            (".numbers", "export the spreadsheet as CSV"), (".ods", "save the spreadsheet as CSV (UTF-8)"),
            (".tsv", "rename it to end in `.csv`: tabs are understood"), (".tab", "rename it to end in `.csv`: tabs are understood"),
            (".txt", "rename it to end in `.json` or `.csv`"), (".json5", "rename it to end in `.json`"),
        ]
        let hint = remedies.first { entry.name.lowercased().hasSuffix($0.ending) }?.hint
            ?? "partners are defined in files that end in `.json` or `.csv`"
        diagnostics.append(Diagnostic("P008", .warning, at: SourceLocation(path: path), "`\(path)` is not read", hint: hint))
    }

    mutating func refuseRepeatedSlugs() {
        var distinct = DistinctTexts(count: partners.count)
        if partners.allSatisfy({ distinct.insert($0.slug.text) }) { return }
        refuseRepeated("slug", \.slug.text, at: \.slugLocation, id: "P021", hint: "give one of them another `slug`")
    }

    /// In order of id, in which many a spreadsheet is already; those of the same id stay in order of file and row.
    mutating func putInOrder() {
        if !isInOrder { partners.arrange(by: TextOrder.places(partners.count) { partners[$0].id.text }) }
    }

    mutating func refuseRepeatedIDs() {
        if isInOrder { return }
        refuseRepeated("id", \.id.text, at: \.idLocation, id: "P020", hint: "give one of them another id, or remove it")
    }

    /// Whether each id comes before the next.
    var isInOrder: Bool { partners.indices.dropFirst().allSatisfy { partners[$0 - 1].id < partners[$0].id } }

    /// One diagnostic for each value that several partners have.
    mutating func refuseRepeated(
        _ what: String, _ value: (PartnerDefinition) -> String, at place: (PartnerDefinition) -> SourceLocation, id: String, hint: String
    ) {
        var first: [String: Int] = [:]
        var repeated: [String: [Int]] = [:]
        first.reserveCapacity(partners.count)
        for (number, partner) in partners.enumerated() {
            let key = value(partner)
            guard let earlier = first[key] else {
                first[key] = number
                continue
            }
            repeated[key, default: [earlier]].append(number)
        }
        for (key, numbers) in repeated.sorted(by: { $0.key < $1.key }) {
            let others = numbers.dropFirst().map { Diagnostic.Related(location: place(partners[$0]), message: "and here") }
            diagnostics.append(Diagnostic(
                id, .error, at: place(partners[numbers[0]]),
                "the \(what) `\(key)` is taken \(numbers.count == 2 ? "twice" : "\(numbers.count) times")",
                hint: hint, related: others))
        }
    }
}
