import CommandLineKit
import Testing
@testable import attribution
@testable import sitegen

/// Every command and every option of both programs, typed wrong in more than ten ways.
@Suite struct TypingSlipTests {
    /// `word` with a letter left out, doubled, swapped with its neighbour or mistyped, in capitals, in the plural or singular, with a sign
    /// behind it, with Cyrillic letters of the same look, and on a Russian keyboard.
    private func slips(of word: String) -> [String] {
        let letters = Array(word)
        var slips: Set<String> = [word.uppercased(), word.prefix(1).uppercased() + word.dropFirst(), word.replacing("-", with: "_")]
        slips.insert(word.hasSuffix("s") ? String(word.dropLast()) : word + "s")
        slips.formUnion([word + ".", word + ",", word + ":"])
        slips.insert(word.replacing("o", with: "о").replacing("e", with: "е").replacing("c", with: "с").replacing("a", with: "а"))
        for place in letters.indices where letters[place] != "-" {
            var dropped = letters, doubled = letters, wrong = letters
            if letters.count > 3 { dropped.remove(at: place) }
            doubled.insert(letters[place], at: place)
            wrong[place] = letters[place] == "x" ? "y" : "x"
            slips.formUnion([String(dropped), String(doubled)])
            if letters.count > 3 { slips.insert(String(wrong)) }
            if place + 1 < letters.count, letters[place + 1] != "-" {
                var swapped = letters
                swapped.swapAt(place, place + 1)
                slips.insert(String(swapped))
            }
        }
        let latin = Array("qwertyuiopasdfghjklzxcvbnm"), russian = Array("йцукенгшщзфывапролдячсмить")
        slips.insert(String(letters.map { letter in latin.firstIndex(of: letter).map { russian[$0] } ?? letter }))
        return slips.subtracting([word]).sorted()
    }

    private func check(_ table: CommandTable<some Sendable>) {
        let names = Set(table.everyCommandPath.flatMap { $0 })
        for path in table.everyCommandPath {
            let ways = slips(of: path[path.count - 1]).filter { !names.contains($0) }
            #expect(ways.count >= 10, "\(path)")
            for slip in ways {
                let problem = table.complaint(about: path.dropLast() + [slip])
                #expect(problem?.hint.contains(path[path.count - 1]) == true && problem?.hint.hasPrefix("the commands are") == false, "\(path) as \(slip): \(problem?.hint ?? "accepted")")
            }
            let options = table.optionNames(of: path)
            for option in options {
                let ways = slips(of: String(option.dropFirst(2))).filter { !options.contains("--" + $0) }
                #expect(ways.count >= 10, "\(path) \(option)")
                for slip in ways {
                    let problem = table.complaint(about: path + ["--" + slip])
                    #expect(problem?.hint.contains(option) == true, "\(path) --\(slip): \(problem?.hint ?? "accepted")")
                }
                let single = table.complaint(about: path + [String(option.dropFirst())])
                #expect(single?.hint.contains(option) == true, "\(path) with one hyphen: \(option)")
                let long = table.complaint(about: path + ["—" + option.dropFirst(2)])
                #expect(long?.hint.contains(option) == true, "\(path) —\(option)")
            }
        }
    }

    @Test func `sitegen says what was meant`() { check(Sitegen.table) }

    @Test func `attribution says what was meant`() { check(AttributionProgram.table) }

    @Test func `each program knows the commands of the other`() {
        for relative in Sitegen.table.relatives { #expect(Set(relative.commands.map { [$0.name] }).isSubset(of: AttributionProgram.table.everyCommandPath)) }
        for relative in AttributionProgram.table.relatives { #expect(Set(relative.commands.map { [$0.name] }).isSubset(of: Sitegen.table.everyCommandPath)) }
    }
}
