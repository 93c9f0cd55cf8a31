// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a build at the root never sees libFuzzer; `Tests/Fuzzing/run` builds it with the sanitizers.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "sitegen", path: "../..")],
    targets: [
        .executableTarget(name: "fuzz", dependencies: [.product(name: "FuzzTargets", package: "sitegen")], path: "Program"),
    ]
)
