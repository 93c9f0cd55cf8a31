/// Who is who: persons by number, known by every key that any source gave for them.
///
/// Two messages with a key in common are from one person, so a message with keys of two persons makes them one.
struct PersonBook {
    private var numbers: [PersonKey: Int32] = [:]
    private var parents: [Int32] = []
    /// How a person is shown: the first sender that was seen.
    private var labels: [String] = []

    /// How many numbers were given; those of merged persons among them.
    var count: Int { parents.count }

    /// The person with `keys`, new if need be, and the persons who turned out to be the same. Without keys: somebody new each time.
    mutating func person(_ keys: [PersonKey], label: String) -> (number: Int, merged: [Int]) {
        if keys.count == 1, let number = numbers[keys[0]] { return (root(Int(number)), []) }
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

    func label(_ person: Int) -> String { labels[root(person)] }

    /// Of all persons, in no order.
    var phoneNumbers: [String] {
        numbers.keys.compactMap { key in
            if case .phone(let digits) = key { digits } else { nil }
        }
    }

    /// The person known by `key`.
    func person(for key: PersonKey) -> Int? { numbers[key].map { root(Int($0)) } }

    /// The number by which the person is known now who was given `number`.
    func root(_ number: Int) -> Int {
        var number = number
        while Int(parents[number]) != number { number = Int(parents[number]) }
        return number
    }
}
