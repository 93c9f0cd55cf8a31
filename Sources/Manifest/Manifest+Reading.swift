import ByteText
package import Diagnostics
import StructuredText

extension Manifest {
    /// Reads `manifest.json`; nil with errors where anything in it cannot be relied on.
    ///
    /// Keys that this version does not know are passed over. Partners are read one by one, so that the memory is that of the result.
    /// O(bytes).
    /// - Parameter path: the file's name for diagnostics.
    package static func read(_ bytes: [UInt8], path: String) -> (Manifest?, [Diagnostic]) {
        var reader = ManifestReader(path: path)
        let manifest = reader.read(bytes)
        return (manifest, reader.diagnostics)
    }

    /// What a manifest says apart from its partners, who are left out, if by its lines there are `partnerCount` or more. Nil also where it does not
    /// look like one that `sitegen` wrote. A twentieth of the time that all of it takes.
    package static func head(of bytes: [UInt8], withAtLeast partnerCount: Int) -> Manifest? {
        guard let start = CanonicalPartners.start(in: bytes), bytes.count(of: .lineFeed, in: start..<bytes.count) >= partnerCount else { return nil }
        var reader = ManifestReader(path: "")
        let manifest = reader.carefully(bytes[..<start] + ending)
        return reader.diagnostics.isEmpty ? manifest : nil
    }
}

/// One reading of a manifest.
private struct ManifestReader {
    /// How many broken partners are told before the reader calls it a day.
    private static let errorLimit = 10
    private static let remedy = "run `sitegen build`, which writes the file anew"

    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    private var partners: [Manifest.Partner] = []
    private var partnerErrors: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    mutating func read(_ bytes: [UInt8]) -> Manifest? {
        quickly(bytes) ?? carefully(bytes)
    }

    /// What `sitegen` wrote and nobody touched; nil, and nothing said, for anything else.
    mutating func quickly(_ bytes: [UInt8]) -> Manifest? {
        let path = path
        let quick = CanonicalPartners.read(bytes) { line in
            var reader = ManifestReader(path: path)
            var found: [Diagnostic] = []
            guard let element = JSONReader.read(line, path: path, dialect: .strict, into: &found) else { return nil }
            reader.readPartner(element)
            return found.isEmpty && reader.partnerErrors.isEmpty ? reader.partners.first : nil
        }
        guard let quick else { return nil }
        var reader = ManifestReader(path: path)
        reader.partners = quick.partners
        guard let manifest = reader.carefully(quick.rest), reader.diagnostics.isEmpty else { return nil }
        return manifest
    }

    /// Any manifest, value by value.
    mutating func carefully(_ bytes: [UInt8]) -> Manifest? {
        var found: [Diagnostic] = []
        let root = JSONReader.read(bytes, path: path, dialect: .strict, into: &found, elementsOf: "partners") { element in
            if partnerErrors.count < Self.errorLimit { readPartner(element) }
        }
        guard let root else {
            report(found)
            return nil
        }
        if let complaint = complaintAboutVersion(of: root) {
            diagnostics.append(complaint)
            return nil
        }
        var object = JSONObjectReader(root, path: path, author: .program)
        let generator = object.string("generator", required: true)?.value
        let baseURL = object.string("baseURL", required: true)?.value
        let languages = object.strings("languages", required: true)?.value.map(\.value)
        let messages = object.messages("messages", required: true)
        let folder = object.folder("folder", required: true)
        let files = object.paths("files", required: true)
        let partnerFiles = object.paths("partnerFiles", required: true)
        let earlierPhones = object.strings("earlierPhones")?.value.map { object.digits($0) }
        let withdrawn = object.withdrawn("withdrawn")
        _ = object.array("partners", required: true)
        report(object.finish() + partnerErrors)
        if diagnostics.containsError { return nil }
        let manifest = Manifest(
            generator: generator ?? "", baseURL: baseURL ?? "", languages: languages ?? [], messages: messages, folder: folder ?? "",
            files: files ?? [], partnerFiles: partnerFiles ?? [], earlierPhones: earlierPhones ?? [], withdrawn: withdrawn,
            partners: partners)
        report(ManifestUniqueness.complaints(about: manifest, path: path))
        return diagnostics.containsError ? nil : manifest
    }
}

private extension ManifestReader {
    /// Records errors with the one remedy that helps a file which no person writes.
    mutating func report(_ found: [Diagnostic]) {
        diagnostics += found.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.hint = Self.remedy
            return diagnostic
        }
    }

    func complaintAboutVersion(of root: JSONValue) -> Diagnostic? {
        guard let version = root["version"] else {
            return root.members == nil ? nil : Diagnostic(
                "M001", .error, at: SourceLocation(path: path, range: root.range.prefix(1)), "`version` is missing", hint: Self.remedy)
        }
        let location = SourceLocation(path: path, range: version.range)
        guard let number = version.number?.integer, number >= 1 else {
            return Diagnostic("M001", .error, at: location, "`version` must be a whole number from 1", hint: Self.remedy)
        }
        if number <= Manifest.version { return nil }
        let generator = root["generator"]?.string.map { "`\($0)`" } ?? "a newer `sitegen`"
        return Diagnostic(
            "M001", .error, at: location,
            "the file has the form of version \(number), this program reads up to version \(Manifest.version)",
            hint: "it was written by \(generator): update this program to that version")
    }

    mutating func readPartner(_ element: JSONValue) {
        var object = JSONObjectReader(element, path: path, author: .program)
        let id = object.partnerID("id")
        let name = object.string("name", required: true)
        let slug = object.folder("slug", required: true)
        let status = object.status("status")
        let page = object.string("page", required: true)
        let codes = object.codes("codes")
        let earlierSlugs = object.paths("slugs") ?? []
        let messages = object.messages("messages")
        let files = object.paths("files")
        let found = object.finish()
        if !found.isEmpty { partnerErrors += found }
        guard let id, let name, let slug, let status, let page else { return }
        partners.append(Manifest.Partner(
            id: id, name: name.value, slug: slug, status: status, page: page.value, codes: codes, earlierSlugs: earlierSlugs,
            messages: messages, files: files))
    }
}
