import ByteText

/// The rules of what may stand where in a page: one answer for a kind of value and a place.
enum HTMLPlacement {
    /// Why a value may not stand where it is.
    struct Refusal {
        let id: String
        /// Completes "`name` …".
        let message: String
        let hint: String
    }

    /// Why a value of `shape` may not stand at `context`; nil if it may.
    static func refusal(of shape: TemplateShape, at context: HTMLContext) -> Refusal? {
        switch context.place {
        case .content: refusalInContent(shape)
        case .rawText: refusalInRawText(shape, context)
        case .comment, .declaration:
            Refusal(
                id: TemplateDiagnosticID.textInCode, message: "stands inside a comment",
                hint: "move it out of the comment, or remove it")
        case .value(quote: .some): refusalInAttribute(shape, context)
        case .beforeValue, .value(quote: nil):
            Refusal(
                id: TemplateDiagnosticID.unquotedAttribute, message: "stands in an attribute without quotes",
                hint: "write quotes around the whole value of `\(name(context.attribute))`")
        case .tagOpening, .elementName, .betweenAttributes, .attributeName, .afterAttributeName:
            Refusal(
                id: TemplateDiagnosticID.insideTag, message: "stands inside a tag, but not in the value of an attribute",
                hint: "values belong between tags, or between the quotes of an attribute")
        }
    }

    /// Whether the place, once its tag is known to be a page refresh, is an address.
    static func refusalInRefresh() -> Refusal {
        Refusal(
            id: TemplateDiagnosticID.addressExpected, message: "stands in a page refresh, which could lead anywhere",
            hint: "use a link instead")
    }
}

private extension HTMLPlacement {
    static func refusalInContent(_ shape: TemplateShape) -> Refusal? {
        switch shape {
        case .css, .script, .json: wrongPlace(shape)
        default: nil
        }
    }

    static func refusalInRawText(_ shape: TemplateShape, _ context: HTMLContext) -> Refusal? {
        let element = name(context.element)
        let isScript = ["", "module", "text/javascript", "application/javascript"].contains(name(context.scriptType))
        let isData = name(context.scriptType) == "application/ld+json"
        switch (shape, element) {
        case (.css, "style"): return nil
        case (.script, "script") where isScript: return nil
        case (.json, "script") where isData: return nil
        case (.text, "title"), (.text, "textarea"), (.url, "title"), (.url, "textarea"): return nil
        case (.css, _), (.script, _), (.json, _), (.markup, _): return wrongPlace(shape)
        default:
            return Refusal(
                id: TemplateDiagnosticID.textInCode, message: "is \(shape.description) and stands inside `<\(element)>`",
                hint: "put it into an attribute of an element, such as `data-text`, or between other tags")
        }
    }

    static func refusalInAttribute(_ shape: TemplateShape, _ context: HTMLContext) -> Refusal? {
        let attribute = name(context.attribute)
        switch shape {
        case .css, .script, .json, .markup: return wrongPlace(shape)
        default: break
        }
        let isScriptType = attribute == "type" && name(context.element) == "script"
        if attribute.hasPrefix("on") || forbiddenAttributes.contains(attribute) || isScriptType {
            return Refusal(
                id: TemplateDiagnosticID.forbiddenAttribute, message: "stands in `\(attribute)`, where a text could become a command",
                hint: attribute == "style" ? "use a class and a rule in the style sheet" : "write the value out, or use another attribute")
        }
        if attribute == "content", context.isRefresh { return refusalInRefresh() }
        guard addressAttributes.contains(attribute) else { return nil }
        let before = context.value.drop(while: \.isASCIIWhitespace)
        if before.first == .ascii("#") { return nil }
        guard case .url = shape else {
            return Refusal(
                id: TemplateDiagnosticID.addressExpected, message: "stands in `\(attribute)`, where only a checked address may stand",
                hint: "use one of the names that are addresses")
        }
        if before.isEmpty, context.valueCount == 0 { return nil }
        return Refusal(
            id: TemplateDiagnosticID.addressNotAlone, message: "stands in `\(attribute)` after something else",
            hint: "an address begins the attribute, and there is one in it: `\(attribute)=\"{{…}}\"`")
    }

    static func wrongPlace(_ shape: TemplateShape) -> Refusal {
        let place =
            switch shape {
            case .css: "`<style>`"
            case .script: "`<script>`"
            case .json: "`<script type=\"application/ld+json\">`"
            default: "the text of the page, between tags"
            }
        return Refusal(
            id: TemplateDiagnosticID.wrongPlace, message: "is \(shape.description) and may not stand here",
            hint: "it belongs inside \(place) and nowhere else")
    }

    static func name(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Attributes that browsers load from or lead to (HTML, index of attributes; SVG).
    static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "poster", "srcset", "imagesrcset", "data", "cite", "background", "ping", "manifest",
        "longdesc", "codebase", "xlink:href",
    ]

    /// Attributes that are code, HTML, or change what others mean.
    static let forbiddenAttributes: Set<String> = ["style", "srcdoc", "http-equiv", "attributename"]
}
