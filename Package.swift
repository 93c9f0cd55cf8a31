// swift-tools-version: 6.2
import PackageDescription

// Every target: Swift 6 language mode, and a warning stops the build.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// `swift run` builds for debugging, and that is how the owner builds the site. The libraries are therefore optimised in
// debug builds too; `-num-threads` keeps an object file a source file, which SwiftPM expects there. In release builds, where
// SwiftPM gives it too, the compiler then inlines nothing of a `package` type into other modules, unless testing is enabled; and no function
// that is longer than the limit, however it is marked.
let hot = strict + [
    .unsafeFlags(["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug)),
    .unsafeFlags(["-enable-testing", "-Xllvm", "-cmo-function-size-limit=100"], .when(configuration: .release)),
]

let package = Package(
    name: "sitegen",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sitegen", targets: ["sitegen"]),
        .executable(name: "attribution", targets: ["attribution"]),
        // For Tests/Fuzzing, which is a package of its own.
        .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
    ],
    targets: [
        .target(name: "ByteText", swiftSettings: hot),
        .target(name: "Diagnostics", dependencies: ["ByteText"], swiftSettings: hot),
        .target(name: "StructuredText", dependencies: ["Diagnostics", "ByteText"], swiftSettings: hot),
        .target(name: "PartnerCodes", dependencies: ["ByteText"], swiftSettings: hot),
        .target(name: "Manifest", dependencies: ["PartnerCodes", "StructuredText", "Diagnostics", "ByteText"], swiftSettings: hot),
        .target(name: "Mustache", dependencies: ["Diagnostics", "ByteText"], swiftSettings: hot),
        .target(name: "QRCode", dependencies: ["ByteText"], swiftSettings: hot),
        .target(name: "CommandLineKit", dependencies: ["Diagnostics", "ByteText"], swiftSettings: hot),
        .target(name: "Disk", dependencies: ["ByteText"], swiftSettings: hot),
        .target(
            name: "SiteBuild",
            dependencies: ["Mustache", "QRCode", "Manifest", "PartnerCodes", "StructuredText", "Disk", "Diagnostics", "ByteText"], swiftSettings: hot),
        .target(name: "StarterSite", dependencies: ["Disk", "ByteText"], exclude: ["Own"], swiftSettings: hot),
        .target(name: "LocalServer", dependencies: ["Disk", "ByteText"], swiftSettings: hot),
        .executableTarget(
            name: "sitegen",
            dependencies: [
                "SiteBuild", "StarterSite", "LocalServer", "QRCode", "CommandLineKit", "PartnerCodes", "StructuredText", "Disk", "Diagnostics", "ByteText",
            ], swiftSettings: strict),
        .executableTarget(
            name: "attribution",
            dependencies: ["LeadAttribution", "CommandLineKit", "Manifest", "PartnerCodes", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .target(name: "LeadAttribution", dependencies: ["Manifest", "PartnerCodes", "StructuredText", "Diagnostics", "ByteText", "Disk"], swiftSettings: hot),

        .target(name: "TestSupport", dependencies: ["SiteBuild", "Disk"], path: "Tests/TestSupport", swiftSettings: hot),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "SiteBuild", "LeadAttribution", "LocalServer", "TestSupport", "Mustache", "QRCode", "Manifest", "PartnerCodes", "StructuredText", "Disk", "Diagnostics",
                "ByteText",
            ], path: "Tests/Fuzzing/Targets", swiftSettings: hot),
        .testTarget(
            name: "HostileContentTests",
            dependencies: ["sitegen", "attribution", "SiteBuild", "TestSupport", "StructuredText", "CommandLineKit", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
        .testTarget(name: "ByteTextTests", dependencies: ["ByteText"], swiftSettings: strict),
        .testTarget(name: "PartnerCodesTests", dependencies: ["PartnerCodes", "ByteText"], swiftSettings: strict),
        .testTarget(name: "DiskTests", dependencies: ["Disk"], swiftSettings: strict),
        .testTarget(name: "LocalServerTests", dependencies: ["LocalServer", "TestSupport", "Disk", "ByteText"], swiftSettings: strict),
        .testTarget(name: "StarterSiteTests", dependencies: ["StarterSite", "SiteBuild", "TestSupport", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "DocumentationTests", dependencies: ["sitegen", "attribution", "CommandLineKit", "StructuredText", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode", "TestSupport", "ByteText"], swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["sitegen", "attribution", "StarterSite", "CommandLineKit", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "SiteBuildTests", dependencies: ["SiteBuild", "TestSupport", "Manifest", "PartnerCodes", "StructuredText", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "LeadAttributionTests", dependencies: ["LeadAttribution", "StructuredText", "Manifest", "Diagnostics", "ByteText", "Disk"], swiftSettings: strict),
        .testTarget(name: "AttributionTests", dependencies: ["attribution", "LeadAttribution", "TestSupport", "CommandLineKit", "Manifest", "PartnerCodes", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "LeadMatchingTests", dependencies: ["LeadAttribution", "Manifest", "PartnerCodes", "StructuredText", "Diagnostics", "ByteText", "Disk"], swiftSettings: strict),
        .testTarget(name: "ChannelTests", dependencies: ["SiteBuild", "LeadAttribution", "TestSupport", "Manifest", "PartnerCodes", "Disk", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "EnduranceTests", dependencies: ["SiteBuild", "LeadAttribution", "TestSupport", "Manifest", "PartnerCodes", "Disk", "Diagnostics"], swiftSettings: hot),
        .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "MustacheTests", dependencies: ["Mustache", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "StructuredTextTests", dependencies: ["StructuredText", "Diagnostics", "ByteText"], swiftSettings: strict),
        .testTarget(name: "ManifestTests", dependencies: ["Manifest", "PartnerCodes", "Diagnostics"], swiftSettings: strict),
    ]
)
