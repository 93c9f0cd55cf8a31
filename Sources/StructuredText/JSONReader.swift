package import Diagnostics

/// Reads JSON and JSON5: bytes become a tree of values with their places, or one diagnostic that says what is wrong.
package enum JSONReader {
    /// How deep objects and lists may be nested.
    package static let depthLimit = 200

    /// The value that `bytes` hold; nil after an error.
    ///
    /// A byte order mark is skipped. Reading stops at the first error; warnings (J017) may come beside a value.
    /// One pass, O(range).
    /// - Parameters:
    ///   - range: the part that holds the value, such as a line of a JSON Lines file; all of `bytes` by default. Places of values
    ///     and diagnostics count from the start of `bytes` even so.
    ///   - path: the file's name for diagnostics.
    package static func read(
        _ bytes: [UInt8], in range: Range<Int>? = nil, path: String, dialect: JSONDialect, into diagnostics: inout [Diagnostic]
    ) -> JSONValue? {
        read(bytes, in: range ?? bytes.indices, path: path, dialect: dialect, streaming: nil, into: &diagnostics)
    }

    /// As `read`, but the elements of the list that is the root object's member `name` go to `body`, one by one and in order, and
    /// are not kept: the member's own value is an empty list. For large files whose one long list need not stand in memory as a tree.
    ///
    /// `body` has already seen elements when a later one turns out to be broken, and the result is nil.
    package static func read(
        _ bytes: [UInt8], path: String, dialect: JSONDialect, into diagnostics: inout [Diagnostic],
        elementsOf name: String, _ body: (JSONValue) -> Void
    ) -> JSONValue? {
        withoutActuallyEscaping(body) { body in
            let streamed = JSONParser.StreamedList(name: name, body: body)
            return read(bytes, in: bytes.indices, path: path, dialect: dialect, streaming: streamed, into: &diagnostics)
        }
    }
}

private extension JSONReader {
    static func read(
        _ bytes: [UInt8], in range: Range<Int>, path: String, dialect: JSONDialect, streaming: JSONParser.StreamedList?,
        into diagnostics: inout [Diagnostic]
    ) -> JSONValue? {
        if let complaint = EncodingCheck.complaint(about: bytes, in: range, path: path, id: "J002", from: .editor) {
            diagnostics.append(complaint)
            return nil
        }
        var parser = JSONParser(bytes: bytes, range: range, path: path, dialect: dialect)
        let value: JSONValue?
        do {
            value = try parser.document(streaming: streaming)
        } catch {
            value = nil
        }
        diagnostics += parser.diagnostics
        return value
    }
}
