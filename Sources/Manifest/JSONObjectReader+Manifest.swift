import ByteText
import Diagnostics
import PartnerCodes
import StructuredText

/// The kinds of values that a manifest has.
extension JSONObjectReader {
    mutating func partnerID(_ key: String) -> PartnerID? {
        guard let text = string(key, required: true) else { return nil }
        do {
            return try PartnerID(text.value)
        } catch {
            reject(text, "the partner's id \(error.message)")
            return nil
        }
    }

    /// At least one code.
    mutating func codes(_ key: String) -> [PartnerCode] {
        guard let texts = strings(key, required: true) else { return [] }
        if texts.value.isEmpty { report(Diagnostic("M003", .error, at: location(texts.range), "the partner has no code")) }
        return texts.value.compactMap { text in
            let code = PartnerCode(canonical: text.value)
            if code == nil { reject(text, "`\(text.value)` is not a code") }
            return code
        }
    }

    /// Codes that count for no one any more, each with the partner it was issued to.
    mutating func withdrawn(_ key: String) -> [Manifest.WithdrawnCode] {
        guard let list = array(key) else { return [] }
        return list.value.compactMap { element in
            var object = JSONObjectReader(element, path: path, author: .program, name: key)
            let code = object.string("code", required: true)
            let partner = object.partnerID("partner")
            for diagnostic in object.finish() { report(diagnostic) }
            guard let code, let partner else { return nil }
            guard let known = PartnerCode(canonical: code.value) else {
                reject(code, "`\(code.value)` is not a code")
                return nil
            }
            return Manifest.WithdrawnCode(code: known, partner: partner)
        }
    }

    mutating func status(_ key: String) -> Manifest.Status? {
        guard let text = string(key, required: true) else { return nil }
        let status = Manifest.Status(rawValue: text.value)
        if status == nil { reject(text, "`\(text.value)` is not a status that is known here") }
        return status
    }

    /// A path of a folder that stays inside the folder it is relative to.
    mutating func folder(_ key: String, required: Bool) -> String? {
        guard let text = string(key, required: required) else { return nil }
        check(path: text)
        return text.value
    }

    /// Paths that stay inside the folder they are relative to: what is listed is also what a later build may delete.
    mutating func paths(_ key: String, required: Bool = false) -> [String]? {
        guard let texts = strings(key, required: required) else { return nil }
        for text in texts.value { check(path: text) }
        return texts.value.map(\.value)
    }

    mutating func messages(_ key: String, required: Bool = false) -> [Manifest.Message] {
        guard let messages = members(key, required: required) else { return [] }
        return messages.value.map { message in
            guard let languages = message.value.members else {
                let told = "`\(key).\(message.key)` must be an object `{…}`, found \(message.value.kind)"
                report(Diagnostic("J030", .error, at: location(message.value.range), told))
                return Manifest.Message(name: message.key, texts: [])
            }
            return Manifest.Message(name: message.key, texts: languages.compactMap { text(in: $0, of: "\(key).\(message.key)") })
        }
    }

    /// `text`, which must be the digits of a phone number.
    mutating func digits(_ text: Located<String>) -> String {
        if text.value.isEmpty || !text.value.utf8.allSatisfy(\.isASCIIDigit) {
            reject(text, "`\(text.value)` is not a phone number in digits")
        }
        return text.value
    }
}

private extension JSONObjectReader {
    mutating func text(in language: JSONMember, of message: String) -> Manifest.Text? {
        var object = JSONObjectReader(language.value, path: path, author: .program, name: "\(message).\(language.key)")
        let phone = object.string("phone", required: true).map { object.digits($0) }
        let text = object.string("text", required: true)?.value
        for diagnostic in object.finish() { report(diagnostic) }
        guard let phone, let text else { return nil }
        return Manifest.Text(language: language.key, phone: phone, text: text)
    }

    mutating func check(path text: Located<String>) {
        if !SafePath.isSafe(text.value) {
            report(Diagnostic("M002", .error, at: location(text.range), "`\(text.value)` is not a path inside the site's folder"))
        }
    }

    mutating func reject(_ text: Located<String>, _ message: String) {
        report(Diagnostic("M003", .error, at: location(text.range), message))
    }
}
