package import Diagnostics
package import PartnerCodes
package struct Manifest: Equatable, Sendable {
    package struct Message: Equatable, Sendable { package var phone: String; package var text: String; package init(phone: String, text: String) { self.phone = phone; self.text = text } }
    package struct Partner: Equatable, Sendable {
        package enum Status: String, Sendable { case active, paused, retired }
        package var id: PartnerID; package var name: String; package var status: Status; package var codes: [PartnerCode]; package var slugs: [String]
    }
    package var files: [String] = []
    package var partnerFiles: [String] = []
    package var partners: [Partner] = []
    package init() {}
    package static func read(_ bytes: [UInt8], path: String) -> (Manifest?, [Diagnostic]) { (Manifest(), []) }
    package func write() -> [UInt8] { [] }
}
