/// The exit status that a run leaves for the shell: the same three for every command of both programs.
/// (Not `ExitStatus`, which Swift Testing takes.)
package enum RunStatus: Int32, Sendable, Equatable {
    /// Done, and the input was clean.
    case done = 0
    /// Ran, and found errors in the input.
    case foundErrors = 1
    /// Could not run: a wrong command line, or a file or disk that failed.
    case couldNotRun = 2
}
