/// The values of one record, in the slots of its shape.
///
/// Copy-on-write: the record of a page is made by copying one that holds what all pages share and setting the few values of its
/// own, which costs one array of references however much is shared.
package struct TemplateRecord: Sendable {
    package let shape: RecordShape
    private(set) var values: [TemplateValue]

    /// A record with every value absent.
    package init(_ shape: RecordShape) {
        self.shape = shape
        values = Array(repeating: .absent, count: shape.fieldNames.count)
    }

    /// The value in `slot`; one that is set must be of the shape declared for it. O(1), for a list O(its items).
    package subscript(slot: RecordShape.Slot) -> TemplateValue {
        get { values[slot.index] }
        set {
            precondition(
                newValue.matches(shape.fieldShapes[slot.index]),
                "`\(shape.fieldNames[slot.index])` takes \(shape.fieldShapes[slot.index].description)")
            values[slot.index] = newValue
        }
    }

    /// The value of the field `name`, which must exist. A dictionary look-up: for what is set once a site.
    package subscript(name: String) -> TemplateValue {
        get { self[shape.slot(name)] }
        set { self[shape.slot(name)] = newValue }
    }
}
