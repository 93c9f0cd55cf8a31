import Diagnostics
import Disk

/// Reads a file that people or earlier builds wrote. One that cannot be read, such as a folder of its name, is a diagnostic and
/// not the end of the run, so that everything else is still checked.
enum InputFile {
    static func read(_ path: SitePath, _ disk: any FileSystem, into diagnostics: inout [Diagnostic]) -> [UInt8]? {
        do throws(FileError) {
            return try disk.read(path)
        } catch {
            diagnostics.append(Diagnostic(
                "F001", .error, at: SourceLocation(path: path.text), "`\(path)` cannot be read: \(error.reason)",
                hint: "it has to be a file that you may read; move what is there, or restore the file from git"))
            return nil
        }
    }
}
