/// A value with the bytes that it was read from, for whoever finds out later that something is wrong with it.
package struct Located<Value> {
    package var value: Value
    /// Byte offsets from the start of the file.
    package var range: Range<Int>

    @inlinable package init(_ value: Value, range: Range<Int>) {
        self.value = value
        self.range = range
    }

    /// The same place with another value; nil where `transform` has none.
    package func compactMap<Result>(_ transform: (Value) -> Result?) -> Located<Result>? {
        transform(value).map { Located<Result>($0, range: range) }
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
