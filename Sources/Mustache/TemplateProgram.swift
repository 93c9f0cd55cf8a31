/// One step of a program. Texts and paths are spans of the program's pools; jumps are indexes of instructions.
enum TemplateInstruction: Sendable {
    /// Copies bytes of `text`.
    case literal(Span)
    /// Writes the value at the path as its kind asks.
    case variable(Span)
    /// Writes the value at the path as it is.
    case unescaped(Span)
    /// Enters the value at the path, each item of a list in turn, or goes past `end`.
    case section(Span, end: Int)
    /// Goes past `end` if the value at the path is there.
    case inverted(Span, end: Int)
    /// The end of the section that began at `start`.
    case end(start: Int)
    case endOfInverted(start: Int)
    /// Writes the white space that the present call is indented by.
    case indentation
    /// Runs the routine with white space of `text` before each of its lines, after that of the present call if it keeps that.
    case call(routine: Int, indentation: Span, keepsOuter: Bool)
    /// Ends the program or the routine.
    case finish
}

/// A range of a pool, half the size of a `Range<Int>`.
struct Span: Sendable {
    let start: Int32
    let end: Int32

    init(_ range: Range<Int>) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// A template with everything it includes, ready to run: partials, parents and blocks stand in their places, indentation is part
/// of the literals, and neighbouring literals are one. Only templates that include themselves are called at run time.
struct TemplateProgram: Sendable {
    /// Where an instruction was written.
    struct Origin: Sendable {
        let template: Int32
        let range: Span
    }

    var text: [UInt8] = []
    var paths: [NameID] = []
    /// The page, ended by `finish`, and after it the routines.
    var instructions: [TemplateInstruction] = []
    /// As many as `instructions`.
    var origins: [Origin] = []
    /// The first instruction of each routine.
    var routines: [Int] = []
}

/// Bounds that no real site comes near, and that keep templates which include themselves from running away.
enum TemplateLimits {
    /// Includes within includes that are put in place; deeper ones are called.
    static let inlineDepth = 40
    /// Includes of a program, and bytes of its text, beyond which includes are called instead of put in place.
    static let inlinedIncludes = 10_000
    static let inlinedText = 1 << 20
    /// Routines of a program; includes beyond that are left out.
    static let routines = 1000
    /// Calls within calls, and calls in one rendering; those beyond are left out.
    static let callDepth = 200
    static let calls = 100_000
}
