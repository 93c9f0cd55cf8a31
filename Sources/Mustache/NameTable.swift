/// A name that templates and shapes have in common, as a number: equal names have equal ids within one `NameTable`.
package struct NameID: Hashable, Sendable {
    let index: Int32
}

/// The names of all shapes and templates of one site, each once.
///
/// Made once and handed to every `RecordShape` and to `TemplateLibrary.compile`; ids never change, so it may grow at any time.
package struct NameTable: Sendable {
    private var names: [String] = []
    private var ids: [String: NameID] = [:]

    package init() {}

    /// The id of `name`, a new one at its first mention.
    package mutating func intern(_ name: String) -> NameID {
        if let known = ids[name] { return known }
        let id = NameID(index: Int32(names.count))
        names.append(name)
        ids[name] = id
        return id
    }

    func name(of id: NameID) -> String { names[Int(id.index)] }

    func contains(_ id: NameID, named name: String) -> Bool { ids[name] == id }
}
