import ByteText

/// Runs a program over a value. Nothing is parsed, hashed or looked up by text; the stacks are the only allocations.
struct TemplateRenderer {
    private let program: TemplateProgram
    /// The value, and that of each open section: names are looked up from the last to the first.
    private var contexts: [TemplateValue]
    private var sections: [OpenSection] = []
    private var calls: [OpenCall] = []
    private var callCount = 0

    /// A section that is being rendered: its list, or the nothing of one that is rendered once.
    private struct OpenSection {
        let items: [TemplateValue]
        var next: Int
    }

    private struct OpenCall {
        let returnTo: Int
        let margin: [UInt8]
    }

    init(_ program: TemplateProgram, _ value: TemplateValue) {
        self.program = program
        contexts = [value]
    }

    /// Appends the rendered bytes to `output`.
    mutating func run(into output: inout [UInt8]) {
        // Held once: all cores render with the same programs, and each holding makes them wait for each other.
        let program = program
        var index = 0
        while true {
            let instruction = program.instructions[index]
            index += 1
            switch instruction {
            case .literal(let span): output.append(span.range, of: program.text)
            case .variable(let path): write(value(at: path, of: program), into: &output)
            case .unescaped(let path): writeUnescaped(value(at: path, of: program), into: &output)
            case .section(let path, let end): if !enter(value(at: path, of: program)) { index = end + 1 }
            case .inverted(let path, let end): if value(at: path, of: program).isTruthy { index = end + 1 }
            case .end(let start): if hasNextItem() { index = start + 1 }
            case .endOfInverted: break
            case .indentation: if let call = calls.last { output.append(contentsOf: call.margin) }
            case .call(let routine, let indentation, let keepsOuter):
                index = call(routine, indentation, keepsOuter: keepsOuter, returnTo: index)
            case .finish:
                guard let call = calls.popLast() else { return }
                index = call.returnTo
            }
        }
    }
}

private extension TemplateRenderer {
    /// The value at a path: its first name in the innermost context that has it, the others within; absent if there is none.
    func value(at path: Span, of program: TemplateProgram) -> TemplateValue {
        var index = Int(path.start)
        let end = Int(path.end)
        if index == end { return contexts[contexts.count - 1] }
        let contexts = contexts.span
        var found = TemplateValue.absent
        var context = contexts.count - 1
        while context >= 0 {
            if let value = contexts[context].value(of: program.paths[index]) {
                found = value
                break
            }
            context -= 1
        }
        index += 1
        while index < end {
            guard let value = found.value(of: program.paths[index]) else { return .absent }
            found = value
            index += 1
        }
        return found
    }

    func write(_ value: TemplateValue, into output: inout [UInt8]) {
        switch value {
        case .text(let bytes), .url(let bytes): output.append(htmlEscaping: bytes)
        case .markup(let bytes), .css(let bytes), .script(let bytes): output.append(contentsOf: bytes)
        case .json(let bytes): output.append(jsonForScript: bytes)
        case .absent, .flag, .list, .record: break
        }
    }

    func writeUnescaped(_ value: TemplateValue, into output: inout [UInt8]) {
        switch value {
        case .text(let bytes), .url(let bytes): output.append(contentsOf: bytes)
        default: write(value, into: &output)
        }
    }

    /// Opens a section on `value`, unless it is falsy.
    mutating func enter(_ value: TemplateValue) -> Bool {
        guard value.isTruthy else { return false }
        if case .list(let items) = value {
            contexts.append(items[0])
            sections.append(OpenSection(items: items, next: 1))
        } else {
            contexts.append(value)
            sections.append(OpenSection(items: [], next: 0))
        }
        return true
    }

    /// Goes on to the next item of the innermost section, or closes it.
    mutating func hasNextItem() -> Bool {
        let last = sections.count - 1
        let next = sections[last].next
        if next < sections[last].items.count {
            contexts[contexts.count - 1] = sections[last].items[next]
            sections[last].next = next + 1
            return true
        }
        sections.removeLast()
        contexts.removeLast()
        return false
    }

    /// The instruction to go on with: the routine's first, or that after the call where a limit is reached.
    mutating func call(_ routine: Int, _ indentation: Span, keepsOuter: Bool, returnTo: Int) -> Int {
        callCount += 1
        if calls.count >= TemplateLimits.callDepth || callCount > TemplateLimits.calls { return returnTo }
        let outer = keepsOuter ? calls.last?.margin ?? [] : []
        calls.append(OpenCall(returnTo: returnTo, margin: outer + program.text[indentation.range]))
        return program.routines[routine]
    }
}

private extension TemplateValue {
    /// What a record has under `name`; nil where it has no such name, and where this is no record.
    @inline(__always)
    borrowing func value(of name: NameID) -> TemplateValue? {
        switch self {
        case .record(let record):
            let slot = record.shape.index(of: name)
            return slot >= 0 ? record.values[slot] : nil
        default: return nil
        }
    }
}

private extension [UInt8] {
    /// Appends JSON with `<` as `\u003C`: it stands only in strings there, and so cannot end the `<script>` around it.
    mutating func append(jsonForScript bytes: [UInt8]) {
        var start = 0
        while let next = bytes[start...].firstIndex(of: .lessThan) {
            append(contentsOf: bytes[start..<next])
            append(literal: "\\u003C")
            start = next + 1
        }
        append(contentsOf: bytes[start...])
    }
}
