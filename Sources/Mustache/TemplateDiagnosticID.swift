/// Every diagnostic that a template can cause. T001–T019: the text of one template. T020–T029: templates together.
/// T030–T039: names. T040–T049: the place in the page. All are errors but the two that say so.
enum TemplateDiagnosticID {
    /// A tag without its closing delimiter.
    static let unclosedTag = "T001"
    /// A tag with nothing in it.
    static let emptyTag = "T002"
    /// A name with a space in it, or with a dot at an end or twice in a row.
    static let malformedName = "T003"
    /// A delimiter tag that does not hold two new delimiters.
    static let malformedDelimiters = "T004"
    /// A section, block or parent that is never closed.
    static let unclosedSection = "T005"
    /// A closing tag with nothing open.
    static let unopenedSection = "T006"
    /// A closing tag whose name is nearly that of the open section.
    static let mismatchedSection = "T007"
    /// Bytes that are not UTF-8.
    static let invalidUTF8 = "T008"
    /// Two files for one template name.
    static let duplicateTemplate = "T009"
    /// Warning: content of a parent tag outside its blocks, which is never shown.
    static let ignoredContent = "T010"

    /// A page whose template does not exist.
    static let missingTemplate = "T020"
    /// A partial that does not exist.
    static let missingPartial = "T021"
    /// A parent that does not exist.
    static let missingParent = "T022"
    /// A block that the parent does not have.
    static let missingBlock = "T023"
    /// A template that includes itself, directly or through others.
    static let recursion = "T024"
    /// Templates that include one another so often that the page cannot be put together.
    static let tooLarge = "T025"

    /// A name that does not exist at its place.
    static let unknownName = "T030"
    /// A name of something that cannot be shown: a yes or no, a list, a group of values.
    static let notShowable = "T031"
    /// Warning: a value published without escaping.
    static let unescaped = "T032"

    /// A value in `href`, `src` and their like that is not a checked address.
    static let addressExpected = "T040"
    /// An address that does not begin its attribute, or is not alone in it.
    static let addressNotAlone = "T041"
    /// A value in an attribute without quotes.
    static let unquotedAttribute = "T042"
    /// A value in place of an element's or attribute's name.
    static let insideTag = "T043"
    /// A value in an attribute that browsers run or obey: `on…`, `style`, `srcdoc` and their like.
    static let forbiddenAttribute = "T044"
    /// A style sheet, script, JSON or HTML outside the one place for it.
    static let wrongPlace = "T045"
    /// A text inside `<script>`, `<style>` or a comment.
    static let textInCode = "T046"
    /// A section that begins in one place of the HTML and ends in another.
    static let unevenSection = "T047"
    /// A page that ends inside a tag, a comment, or an element such as `<script>`.
    static let unfinishedPage = "T048"
}
