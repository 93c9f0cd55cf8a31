import Foundation
import Testing

/// `sitegen check --channel` as the adviser runs it on the server.
@Suite struct ChannelCheckTests {
    private static let token = "0123456789abcdef0123456789abcdef"

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("site.json", "templates")
        try folder.write(try folder.text("site.json").replacing("shiba-cars.example", with: "shiba.cars"), to: "site.json")
        try folder.write("{\"name\": \"Hotel Sunrise\"}", to: "partners/hotel-sunrise.json")
        try folder.write("", to: "leads/.keep")
        #expect(try Program.sitegen.run(["build", "--quiet"], in: folder.url).status == 0)
        try folder.write("""
            TWILIO_AUTH_TOKEN=\(Self.token)
            WEBHOOK_URL=https://hooks.shiba.cars/webhook
            ATTRIBUTION_MANIFEST=\(folder.url.path)/manifest.json
            ATTRIBUTION_LEADS=\(folder.url.path)/leads
            """, to: "receiver.env")
        return folder
    }

    private func protect(_ folder: TemporaryFolder, _ permissions: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.url.appending(path: "receiver.env").path)
    }

    @Test func `ready exits with 0, missing with 1, and the list is on standard output`() throws {
        let folder = try site()
        try protect(folder, 0o600)
        let arguments = ["check", "--channel", "twilio", "--settings", "receiver.env"]
        let ready = try Program.sitegen.run(arguments, in: folder.url)
        #expect(ready.status == 0)
        #expect(ready.output.hasPrefix("Ready for Twilio, as far as can be seen from here.\n"), "\(ready.output)")
        #expect(ready.output.contains("[x] The address to enter at Twilio is `https://hooks.shiba.cars/webhook/twilio`\n"))
        #expect(ready.messages == "")
        try protect(folder, 0o644)
        let open = try Program.sitegen.run(arguments, in: folder.url)
        #expect(open.status == 1)
        #expect(open.output.hasPrefix("Not ready for Twilio yet: 1 thing is missing.\n"))
        #expect(open.output.contains("[ ] Other users of this machine may read the secrets in `receiver.env`\n"))
        #expect(!(ready.output + open.output).contains(Self.token))
    }

    @Test func `the file may be named in the environment, and JSON is for other programs`() throws {
        let folder = try site()
        try protect(folder, 0o600)
        let outcome = try Program.sitegen.run(["check", "--channel", "meta", "--json"], in: folder.url, environment: ["ATTRIBUTION_SETTINGS": "receiver.env"])
        #expect(outcome.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["ready"] as? Bool == false)
        #expect(object["missing"] as? Int == 2)
        let findings = try #require(object["findings"] as? [[String: String]])
        #expect(findings.filter { $0["state"] == "missing" }.map { $0["id"] } == ["meta-app-secret", "meta-verify-token"])
    }

    @Test func `a site with errors tells these first, and an unknown channel cannot run`() throws {
        let folder = try site()
        try folder.write("{", to: "partners/broken.json")
        let outcome = try Program.sitegen.run(["check", "--channel", "twilio"], in: folder.url)
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.messages.contains("partners/broken.json:1:"))
        #expect(outcome.messages.hasSuffix("The site has errors: mend these first, then ask again what is missing for Twilio.\n"))
        #expect(try Program.sitegen.run(["check", "--channel", "sms"], in: folder.url).status == 2)
    }
}
