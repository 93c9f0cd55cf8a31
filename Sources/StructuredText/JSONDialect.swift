/// Which of the two forms of JSON a file is in.
package enum JSONDialect: Sendable {
    /// What people write: comments, trailing commas, single quotes, unquoted keys and the rest of spec.json5.org.
    /// Half of a surrogate pair in a text is an error.
    case json5
    /// What programs write: RFC 8259. Half of a surrogate pair becomes U+FFFD, because a log with a text that was cut through
    /// an emoji is still a log.
    case strict
}
