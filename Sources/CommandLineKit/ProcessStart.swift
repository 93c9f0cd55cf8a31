/// How this process was started.
package enum ProcessStart {
    /// Whether the program stands where SwiftPM builds it, so that people start it with `swift run`.
    package static var isBySwift: Bool { CommandLine.arguments.first?.contains(".build/") == true }
}
