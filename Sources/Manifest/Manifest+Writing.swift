import ByteText
import PartnerCodes
import StructuredText

/// The bytes of `manifest.json`.
extension Manifest {
    /// Compact JSON with a line for each message, file and partner, so that a change of one shows as a change of one line; the same
    /// bytes for the same manifest. O(size).
    package func write() -> [UInt8] { beginning(partners, room: 512 + partners.count * 192) + Self.ending }

    /// The same as far as the last of `partners`, which are in order of id and stand in place of its own: a hundred thousand need not stand in
    /// memory. `room` is how many bytes all of it will take, about. What follows is, for more partners, `continuation`, and `ending`.
    package func beginning(_ partners: some Sequence<Partner>, room: Int) -> [UInt8] {
        var json = JSONWriter()
        json.bytes.reserveCapacity(room)
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
        // What closes it is in `ending`.
        json.bytes.removeLast(2)
        return json.bytes
    }

    /// `partners`, of whom there is at least one, as they stand after others, with room for `room` bytes.
    package static func continuation(_ partners: some Sequence<Partner>, room: Int) -> [UInt8] {
        var json = JSONWriter()
        json.bytes.reserveCapacity(room)
        json.array { json in
            for partner in partners {
                json.lineBreak()
                json.write(partner)
            }
        }
        json.bytes[0] = .comma
        json.bytes.removeLast()
        return json.bytes
    }

    package static let ending = Array("]}\n".utf8)
}

private extension JSONWriter {
    /// A list with an element a line.
    mutating func lines<Element>(_ key: String, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
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

    /// What every partner has stands as text here: the names of members, spelt out and checked one by one, took most of the time.
    mutating func write(_ partner: Manifest.Partner) {
        object { json in
            json.bytes.append(literal: "\"id\":\"")
            json.bytes.append(utf8: partner.id.text)
            json.bytes.append(literal: "\",\"name\":")
            json.bytes.append(jsonString: partner.name)
            json.bytes.append(literal: ",\"slug\":")
            json.bytes.append(jsonString: partner.slug)
            json.bytes.append(literal: ",\"status\":\"")
            json.bytes.append(utf8: partner.status.rawValue)
            json.bytes.append(literal: "\",\"page\":")
            json.bytes.append(jsonString: partner.page)
            json.bytes.append(literal: ",\"codes\":[")
            for (place, code) in partner.codes.enumerated() {
                json.bytes.append(literal: place == 0 ? "\"" : ",\"")
                json.bytes.append(utf8: code.text)
                json.bytes.append(.quote)
            }
            json.bytes.append(.closeBracket)
            json.continueObject()
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
