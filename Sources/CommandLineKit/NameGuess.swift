import ByteText

/// Which name somebody meant by a word that is no name.
enum NameGuess {
    /// The likeliest of `names`: the same in other letters or capitals, then the nearest by edits, then one that begins
    /// so; nil when none is near enough to be worth saying.
    static func name(meantBy word: String, among names: [String]) -> String? {
        let readings = [word.lowercased()] + KeyboardSlip.latinReadings(of: word)
        for reading in readings {
            if let name = names.first(where: { $0.lowercased() == reading }) { return name }
        }
        for reading in readings {
            if let name = EditDistance.nearestName(to: reading, among: names) { return name }
        }
        for reading in readings where reading.utf8.count > 1 {
            if let name = names.first(where: { $0.hasPrefix(reading) }) { return name }
        }
        return nil
    }
}
