import PartnerCodes
import StructuredText

/// The bytes of `manifest.json`.
extension Manifest {
    /// Compact JSON with a line for each message, file and partner, so that a change of one shows as a change of one line; the same
    /// bytes for the same manifest. O(size).
    package func write() -> [UInt8] {
        var json = JSONWriter()
        json.bytes.reserveCapacity(512 + partners.count * 192)
        json.object { json in
            json.member("version", Self.version)
            json.member("generator", generator)
            json.member("baseURL", baseURL)
            json.member("languages", languages)
            json.lineBreak()
            json.key("messages")
            json.object { json in
                for message in messages {
                    json.lineBreak()
                    json.write(message)
                }
            }
            json.lineBreak()
            json.member("folder", folder)
            json.member("earlierPhones", earlierPhones)
            json.lineBreak()
            if !withdrawn.isEmpty {
                json.lines("withdrawn", withdrawn) { json, withdrawn in
                    json.object { json in
                        json.member("code", withdrawn.code.text)
                        json.member("partner", withdrawn.partner.text)
                    }
                }
                json.lineBreak()
            }
            json.lines("files", files) { $0.string($1) }
            json.lineBreak()
            json.lines("partnerFiles", partnerFiles) { $0.string($1) }
            json.lineBreak()
            json.lines("partners", partners) { $0.write($1) }
        }
        json.bytes.append(0x0A)
        return json.bytes
    }
}

private extension JSONWriter {
    /// A list with an element a line.
    mutating func lines<Element>(_ key: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        self.key(key)
        array { json in
            for element in elements {
                json.lineBreak()
                write(&json, element)
            }
        }
    }

    mutating func write(_ message: Manifest.Message) {
        key(message.name)
        object { json in
            for text in message.texts {
                json.key(text.language)
                json.object { json in
                    json.member("phone", text.phone)
                    json.member("text", text.text)
                }
            }
        }
    }

    mutating func write(_ partner: Manifest.Partner) {
        object { json in
            json.member("id", partner.id.text)
            json.member("name", partner.name)
            json.member("slug", partner.slug)
            json.member("status", partner.status.rawValue)
            json.member("page", partner.page)
            json.key("codes")
            json.array { json in
                for code in partner.codes { json.string(code.text) }
            }
            if !partner.earlierSlugs.isEmpty { json.member("slugs", partner.earlierSlugs) }
            if !partner.messages.isEmpty {
                json.key("messages")
                json.object { json in
                    for message in partner.messages { json.write(message) }
                }
            }
            if let files = partner.files { json.member("files", files) }
        }
    }
}
