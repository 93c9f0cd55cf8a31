/// What kind of value a name stands for: decides where in a page it may stand and how it is written there.
///
/// `text` and `url` are written with HTML escaping. `markup`, `css` and `script` are written as they are, so the static check
/// lets each stand only where it belongs; `json` is written with `<` as `\u003C`, so that it cannot end its `<script>`.
package indirect enum TemplateShape: Sendable {
    /// Words for a reader, from anywhere.
    case text
    /// An address that the caller has checked: https, tel, mailto or relative. The only kind for `href`, `src` and their like.
    case url
    /// HTML made by the program itself, for element content.
    case markup
    /// The contents of a `<style>` element.
    case css
    /// The contents of a `<script>` element.
    case script
    /// The contents of a `<script type="application/ld+json">` element.
    case json
    /// Yes or no; only for sections.
    case flag
    /// Any number of values of one shape.
    case list(TemplateShape)
    /// Named values.
    case record(RecordShape)
}

extension TemplateShape {
    /// How a message names the kind.
    var description: String {
        switch self {
        case .text: "text"
        case .url: "an address"
        case .markup: "HTML"
        case .css: "CSS"
        case .script: "a script"
        case .json: "JSON"
        case .flag: "a yes or no"
        case .list: "a list"
        case .record: "a group of values"
        }
    }
}
