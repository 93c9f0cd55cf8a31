import ByteText

/// The characters below U+0600 that are written for an ASCII letter or digit, each with that twin.
///
/// Lower-case forms follow their capital, whose look they share on a card: Cyrillic `т` is `T`, `в` is `B`. The shapes are those
/// of the Unicode confusables data (UTS #39) that a Russian, Greek or European keyboard can type, with its accented letters.
enum LookAlikes {
    /// One twin and everything that is written for it, by script.
    struct Row: Sendable {
        var twin: Unicode.Scalar
        var cyrillic: String
        var greek: String
        var accented: String
    }

    static let rows: [Row] = [
        Row(twin: "A", cyrillic: "АаӐӑӒӓ", greek: "ΑΆαά", accented: "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎ"),
        Row(twin: "B", cyrillic: "Вв", greek: "Ββ", accented: ""),
        Row(twin: "C", cyrillic: "СсҪҫ", greek: "Ϲϲ", accented: "ÇçĆćĈĉĊċČč"),
        Row(twin: "D", cyrillic: "Ԁԁ", greek: "", accented: "ĎďĐđÐð"),
        Row(twin: "E", cyrillic: "ЕеЁёЀѐӖӗ", greek: "ΕΈεέ", accented: "ÈÉÊËèéêëĒēĔĕĖėĘęĚě"),
        Row(twin: "G", cyrillic: "Ԍԍ", greek: "", accented: "ĜĝĞğĠġĢģǦǧ"),
        Row(twin: "H", cyrillic: "НнҢңҺһ", greek: "ΗΉηή", accented: "ĤĥĦħ"),
        Row(twin: "I", cyrillic: "ІіЇїӀӏ", greek: "ΙΊΪιίϊΐ", accented: "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐ"),
        Row(twin: "J", cyrillic: "Јј", greek: "Ϳϳ", accented: "Ĵĵ"),
        Row(twin: "K", cyrillic: "КкЌќҚқ", greek: "Κκ", accented: "ĶķǨǩ"),
        Row(twin: "L", cyrillic: "", greek: "", accented: "ĹĺĻļĽľĿŀŁł"),
        Row(twin: "M", cyrillic: "Мм", greek: "Μμ", accented: "µ"),
        Row(twin: "N", cyrillic: "", greek: "Νν", accented: "ÑñŃńŅņŇňŉǸǹ"),
        Row(twin: "O", cyrillic: "ОоӦӧ", greek: "ΟΌοό", accented: "ÒÓÔÕÖØòóôõöøŌōŎŏŐőǑǒ"),
        Row(twin: "P", cyrillic: "Рр", greek: "Ρρ", accented: ""),
        Row(twin: "Q", cyrillic: "Ԛԛ", greek: "", accented: ""),
        Row(twin: "R", cyrillic: "", greek: "", accented: "ŔŕŖŗŘř"),
        Row(twin: "S", cyrillic: "Ѕѕ", greek: "", accented: "ŚśŜŝŞşŠšſȘș"),
        Row(twin: "T", cyrillic: "ТтҬҭ", greek: "Ττ", accented: "ŢţŤťŦŧȚț"),
        Row(twin: "U", cyrillic: "", greek: "", accented: "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųǓǔ"),
        Row(twin: "V", cyrillic: "Ѵѵ", greek: "", accented: ""),
        Row(twin: "W", cyrillic: "Ԝԝ", greek: "", accented: "Ŵŵ"),
        Row(twin: "X", cyrillic: "ХхҲҳӼӽ", greek: "Χχ", accented: ""),
        Row(twin: "Y", cyrillic: "УуЎўҮүӮӯӰӱӲӳ", greek: "ΥΎΫυύϋΰ", accented: "ÝýÿŶŷŸ"),
        Row(twin: "Z", cyrillic: "", greek: "Ζζ", accented: "ŹźŻżŽž"),
        Row(twin: "3", cyrillic: "ЗзҘҙӞӟӠӡ", greek: "", accented: ""),
        Row(twin: "4", cyrillic: "ЧчҶҷӋӌӴӵ", greek: "", accented: ""),
        Row(twin: "6", cyrillic: "Бб", greek: "", accented: ""),
    ]

    /// The ASCII twin of each scalar below `Folding.lowScalarLimit`, 0 where there is none.
    static let lowTwins: [UInt8] = {
        var twins = [UInt8](repeating: 0, count: Int(Folding.lowScalarLimit))
        for digit in UInt8.ascii("0")...UInt8.ascii("9") { twins[Int(digit)] = digit }
        for capital in UInt8.ascii("A")...UInt8.ascii("Z") {
            twins[Int(capital)] = capital
            twins[Int(capital.asciiLowercased)] = capital
        }
        for row in rows {
            for scalar in (row.cyrillic + row.greek + row.accented).unicodeScalars {
                twins[Int(scalar.value)] = UInt8(ascii: row.twin)
            }
        }
        return twins
    }()
}
