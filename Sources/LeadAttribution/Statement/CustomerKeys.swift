import Manifest

/// Finds, for a customer of a sales file, the keys by which the messages know that person.
///
/// People write numbers as they dial them at home: `8 912 …` is `+7 912 …` in Russia, `081 …` is `+66 81 …` in Thailand, `00` is `+`. A
/// number without a country code is taken for one of the business's own country or, where none of the leads has that, for the one lead
/// whose number ends with it; where two do, for nobody.
struct CustomerKeys {
    /// The shortest number without trunk prefix that is looked for by its end: shorter ones are not unlikely to be somebody else's.
    private static let shortestEnding = 8

    /// The numbers of all leads, by their last digits.
    private var numbers: [Substring: [String]] = [:]
    /// The business's own, which have the country code in front.
    private let ownNumbers: Set<String>

    /// O(persons).
    init(_ book: LeadBook, _ directory: PartnerDirectory) {
        ownNumbers = directory.phones
        for number in book.phoneNumbers { numbers[number.suffix(Self.shortestEnding), default: []].append(number) }
    }

    /// The keys, the likeliest first: a number, or a name.
    func keys(of customer: String) -> [PersonKey] {
        var keys: [PersonKey] = []
        if let key = PersonKey(channelAddress: customer) {
            keys.append(key)
            if case .phone(let digits) = key { keys += others(of: digits).map(PersonKey.phone) }
        }
        let name = ChatName.plain(customer)
        return name.isEmpty ? keys : keys + [.chatName(name)]
    }

    private func others(of digits: String) -> [String] {
        if digits.hasPrefix("00") { return [String(digits.dropFirst(2))] }
        var numbers: [String] = []
        if digits.utf8.count == 11, digits.hasPrefix("8") { numbers.append("7" + digits.dropFirst()) }
        // Zero is the trunk prefix nearly everywhere (ITU-T E.123), and part of no number with a country code.
        let national = digits.hasPrefix("0") ? digits.dropFirst() : digits[...]
        for own in ownNumbers.sorted() where 1...3 ~= own.utf8.count - national.utf8.count {
            numbers.append(String(own.prefix(own.utf8.count - national.utf8.count)) + national)
        }
        guard national.utf8.count >= Self.shortestEnding else { return numbers }
        let ending = (self.numbers[national.suffix(Self.shortestEnding)] ?? []).filter { $0.hasSuffix(national) }
        return ending.count == 1 ? numbers + ending : numbers
    }
}
