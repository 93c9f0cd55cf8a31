/// The fields of one kind of record, declared once: each has a name, a shape and a slot.
///
/// A class because every record of the kind refers to it, and because being the same object is how a record proves its kind.
package final class RecordShape: Sendable {
    /// The place of a field in every record of the shape.
    package struct Slot: Hashable, Sendable {
        let index: Int
    }

    let fieldNames: [String]
    let fieldShapes: [TemplateShape]
    private let ids: [NameID]
    private let slotsByText: [String: Int]
    /// By `NameID`; -1 where the record has no such field.
    private let slotsByName: [Int32]

    /// A shape with `fields` in the order written. No name may stand twice or hold a dot.
    package convenience init(_ fields: KeyValuePairs<String, TemplateShape>, names: inout NameTable) {
        self.init(fields.map { (name: $0.key, shape: $0.value) }, names: &names)
    }

    /// A shape whose fields are known only at run time. No name may stand twice; one with a dot cannot be reached.
    package init(_ fields: [(name: String, shape: TemplateShape)], names: inout NameTable) {
        fieldNames = fields.map(\.name)
        fieldShapes = fields.map(\.shape)
        let ids = fields.map { names.intern($0.name) }
        self.ids = ids
        slotsByText = Dictionary(zip(fields.map(\.name), fields.indices), uniquingKeysWith: { first, _ in first })
        precondition(slotsByText.count == fields.count, "a field is declared twice")
        var slots = [Int32](repeating: -1, count: Int(ids.map(\.index).max() ?? -1) + 1)
        for (slot, id) in ids.enumerated() { slots[Int(id.index)] = Int32(slot) }
        slotsByName = slots
    }

    /// The slot of the field `name`, which must exist; ask once, outside the loop over the pages.
    package func slot(_ name: String) -> Slot {
        guard let index = slotsByText[name] else { preconditionFailure("the shape has no field `\(name)`") }
        return Slot(index: index)
    }

    /// The index of the field `name`, -1 if there is none. Two loads.
    @inline(__always) func index(of name: NameID) -> Int {
        let index = Int(name.index)
        return index < slotsByName.count ? Int(slotsByName[index]) : -1
    }

    func shape(of name: NameID) -> TemplateShape? {
        let index = index(of: name)
        return index < 0 ? nil : fieldShapes[index]
    }

    /// Whether the ids of the shape came from `names`, or from a table with the same names.
    func agrees(with names: NameTable) -> Bool {
        zip(ids, fieldNames).allSatisfy { names.contains($0, named: $1) }
    }
}
