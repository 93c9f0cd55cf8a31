import Foundation
import FuzzTargets
import Testing

/// What fuzzing found is tried again in every run of the tests, and a few ordinary inputs of each kind with it. `Tests/Fuzzing/run` says how
/// they came to be.
@Suite struct FindingsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing")

    @Test(arguments: FuzzTarget.allCases)
    func `every input that was ever kept for a parser is taken without complaint`(target: FuzzTarget) throws {
        var count = 0
        for kind in ["corpus", "findings"] {
            let inputs = Self.folder.appending(path: "\(kind)/\(target.rawValue)")
            guard FileManager.default.fileExists(atPath: inputs.path) else { continue }
            for file in try FileManager.default.contentsOfDirectory(at: inputs, includingPropertiesForKeys: nil).sorted(by: { $0.path < $1.path }) {
                let complaint = target.complaint(about: [UInt8](try Data(contentsOf: file)))
                #expect(complaint == nil, "\(kind)/\(target.rawValue)/\(file.lastPathComponent)")
                count += 1
            }
        }
        #expect(count > 0)
    }
}
