/// Who is who: persons by number, known by every key that any source gave for them.
///
/// Two messages with a key in common are from one person, so a message with keys of two persons makes them one.
struct PersonBook {
    private var numbers: [PersonKey: Int32] = [:]
    /// The same for those that were asked for, by their bytes: `numbers` compares letters, however they are encoded, which takes far longer.
    private var asked = NameTable()
    private var askedNumbers: [Int32] = []
    private var parents: [Int32] = []
    /// How a person is shown: the first sender that was seen.
    private var labels: [String] = []

    /// How many numbers were given; those of merged persons among them.
    var count: Int { parents.count }

    /// The person with `keys`, new if need be, and the persons who turned out to be the same. Without keys: somebody new each time.
    mutating func person(_ keys: [PersonKey], label: String) -> (number: Int, merged: [Int]) {
        if keys.count == 1, let number = number(keys[0]) { return (root(number), []) }
        var known: [Int] = []
        for key in keys {
            if let number = numbers[key].map({ root(Int($0)) }), !known.contains(number) { known.append(number) }
        }
        known.sort()
        let number: Int
        if let first = known.first {
            number = first
        } else {
            number = parents.count
            parents.append(Int32(truncatingIfNeeded: number))
            labels.append(label)
        }
        for other in known.dropFirst() { parents[other] = Int32(truncatingIfNeeded: number) }
        for key in keys where numbers[key] == nil { numbers[key] = Int32(truncatingIfNeeded: number) }
        return (number, Array(known.dropFirst()))
    }

    /// The number that was given for `key`.
    private mutating func number(_ key: PersonKey) -> Int? {
        let bytes = key.bytes
        if let place = asked.find(bytes, bytes.indices) { return Int(askedNumbers[place]) }
        guard let number = numbers[key] else { return nil }
        if let place = asked.number(bytes, bytes.indices), place == askedNumbers.count { askedNumbers.append(number) }
        return Int(number)
    }

    func label(_ person: Int) -> String { labels[root(person)] }

    /// Of all persons, in no order.
    var phoneNumbers: [String] {
        numbers.keys.compactMap { key in
            if case .phone(let digits) = key { digits } else { nil }
        }
    }

    /// The person known by `key`.
    func person(for key: PersonKey) -> Int? { numbers[key].map { root(Int($0)) } }

    private func root(_ number: Int) -> Int {
        var number = number
        while Int(parents[number]) != number { number = Int(parents[number]) }
        return number
    }
}

private extension PersonKey {
    /// Of what kind it is, and its text.
    var bytes: [UInt8] {
        let (kind, text): (UInt8, String) = switch self {
        case .phone(let digits): (1, digits)
        case .userID(let id): (2, id)
        case .chatName(let name): (3, name)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        bytes.append(kind)
        bytes.append(contentsOf: text.utf8)
        return bytes
    }
}
