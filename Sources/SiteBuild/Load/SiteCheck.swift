package import Diagnostics

/// What is wrong with a `site.json` by itself, before there is a site around it.
package enum SiteCheck {
    /// The complaints about `bytes`, in the order of the file.
    package static func problems(in bytes: [UInt8]) -> [Diagnostic] { SiteReader.read(bytes).1 }
}
