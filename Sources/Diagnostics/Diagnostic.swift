/// Something that the program has to say about its input: the value every stage returns beside its result.
///
/// A diagnostic is data, collected and never thrown; only the printers turn it into text. Positions are byte offsets until then.
package struct Diagnostic: Equatable, Sendable {
    /// How bad it is. Any error stops a build before it writes.
    package enum Severity: String, Sendable, Comparable {
        case note, warning, error
        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    }

    /// A second place that the message speaks of.
    package struct Related: Equatable, Sendable {
        package var location: SourceLocation
        package var message: String
        package init(location: SourceLocation, message: String) {
            self.location = location
            self.message = message
        }
    }

    /// A stable name such as `C004`: a letter for the subject and a number, never used again for another meaning.
    package var id: String
    package var severity: Severity
    /// Where, if it is anywhere in particular.
    package var location: SourceLocation?
    /// What is wrong, in one sentence without a full stop; names of things in backticks.
    package var message: String
    /// What to do about it.
    package var hint: String?
    package var related: [Related]

    package init(
        _ id: String, _ severity: Severity, at location: SourceLocation?, _ message: String, hint: String? = nil,
        related: [Related] = []
    ) {
        self.id = id
        self.severity = severity
        self.location = location
        self.message = message
        self.hint = hint
        self.related = related
    }
}

/// A range of bytes in a file that the user knows by `path`.
package struct SourceLocation: Hashable, Sendable {
    /// As the user would write it: relative to the site's folder, or `<stdin>`.
    package var path: String
    /// Byte offsets from the start of the file (its byte order mark included); nil when the whole file is meant.
    package var range: Range<Int>?
    /// The line, from 1, for files that are too long to be read again just to count lines; `range` is nil then.
    package var line: Int?

    package init(path: String, range: Range<Int>? = nil) {
        self.path = path
        self.range = range
    }

    /// A whole line of a file that was read as a stream.
    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error.
    package var containsError: Bool { contains { $0.severity == .error } }

    /// By file, then place, then id: the order in which they are printed, whatever order the stages ran in.
    package func sortedForReading() -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (String, Int, String, String) {
            let location = diagnostic.location
            return (location?.path ?? "", location?.range?.lowerBound ?? location?.line ?? -1, diagnostic.id, diagnostic.message)
        }
        return sorted { key($0) < key($1) }
    }
}
