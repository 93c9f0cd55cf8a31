import ByteText
package import PartnerCodes
import StructuredText

/// The bytes of `manifest.json`.
extension Manifest {
    /// Compact JSON with a line for each message, file and partner, so that a change of one shows as a change of one line; the same
    /// bytes for the same manifest. O(size).
    package func write() -> [UInt8] {
        beginning(room: 512 + partners.count * 192) { lines in
            for partner in partners { lines.append(partner) }
        } + Self.ending
    }

    /// The same as far as the last of the partners that `partners` writes, in order of id and in place of its own: a hundred thousand need not
    /// stand in memory. `room` is how many bytes all of it will take, about. What follows is, for more partners, `continuation`, and `ending`.
    package func beginning(room: Int, partners: (inout PartnerLines) -> Void) -> [UInt8] {
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
            json.key("partners")
            json.array { PartnerLines.write(to: &$0, partners) }
        }
        // What closes it is in `ending`.
        json.bytes.removeLast(2)
        return json.bytes
    }

    /// What `partners` writes, of whom there is at least one, as they stand after others, with room for `room` bytes.
    package static func continuation(room: Int, partners: (inout PartnerLines) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.bytes.reserveCapacity(room)
        json.array { PartnerLines.write(to: &$0, partners) }
        json.bytes[0] = .comma
        json.bytes.removeLast()
        return json.bytes
    }

    package static let ending = Array("]}\n".utf8)
}

extension Manifest {
    /// The lines of partners, a call each.
    package struct PartnerLines {
        private var json: JSONWriter

        fileprivate static func write(to json: inout JSONWriter, _ partners: (inout PartnerLines) -> Void) {
            var lines = PartnerLines(json: JSONWriter())
            swap(&lines.json, &json)
            partners(&lines)
            swap(&lines.json, &json)
        }

        /// Adds a partner whose values are at hand apart from each other: to put a `Partner` together takes longer than to write it. What every
        /// partner has stands as text here: the names of members, spelt out and checked one by one, took most of the time.
        package mutating func append(
            id: PartnerID, name: String, slug: String, status: Status, page: String, code: PartnerCode?, otherCodes: ArraySlice<PartnerCode>,
            earlierSlugs: [String], messages: [Message], files: [String]?
        ) {
            json.lineBreak()
            json.object { json in
                json.bytes.append(literal: "\"id\":\"")
                json.bytes.append(utf8: id.text)
                json.bytes.append(literal: "\",\"name\":")
                json.bytes.append(jsonString: name)
                json.bytes.append(literal: ",\"slug\":")
                json.bytes.append(jsonString: slug)
                json.bytes.append(literal: ",\"status\":\"")
                json.bytes.append(utf8: status.rawValue)
                json.bytes.append(literal: "\",\"page\":")
                json.bytes.append(jsonString: page)
                json.bytes.append(literal: ",\"codes\":[")
                if let code { json.append(code) }
                for code in otherCodes {
                    json.bytes.append(.comma)
                    json.append(code)
                }
                json.bytes.append(.closeBracket)
                json.continueObject()
                if !earlierSlugs.isEmpty { json.member("slugs", earlierSlugs) }
                if !messages.isEmpty {
                    json.key("messages")
                    json.object { json in
                        for message in messages { json.write(message) }
                    }
                }
                if let files { json.member("files", files) }
            }
        }

        fileprivate mutating func append(_ partner: Partner) {
            append(
                id: partner.id, name: partner.name, slug: partner.slug, status: partner.status, page: partner.page, code: partner.codes.first,
                otherCodes: partner.codes.dropFirst(), earlierSlugs: partner.earlierSlugs, messages: partner.messages, files: partner.files)
        }
    }
}

private extension JSONWriter {
    mutating func append(_ code: PartnerCode) {
        bytes.append(.quote)
        bytes.append(utf8: code.text)
        bytes.append(.quote)
    }

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
}
