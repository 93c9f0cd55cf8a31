/// A key or a token: usable, and never printed.
package struct Secret: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Its bytes, for hashing and for requests to whom it belongs.
    package let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
    /// For a place that needs a text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
