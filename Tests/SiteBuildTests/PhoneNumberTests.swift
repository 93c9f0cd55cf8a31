import SiteBuild
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+66 81 234 5678", "66812345678"), ("+7 (912) 345-67-89", "79123456789"), ("+66-2-123-4567", "6621234567"), ("+1 415 555 2671", "14155552671"),
        ("+39 06 6982 1234", "390669821234"), ("+49 1512 3456789", "4915123456789"), ("\u{202A}+7\u{A0}912\u{A0}345‑67‑89\u{202C}", "79123456789"),
        ("＋66 81 234 5678", "66812345678"), ("+380 44 123 45 67", "380441234567"), ("+225 07 12 34 56 78", "2250712345678"),
    ])
    func `a number in international form becomes the digits of wa.me`(written: String, digits: String) throws {
        #expect(try PhoneNumber(written).digits == digits)
    }

    @Test(arguments: [
        ("+66 (0)81 234 5678", "`+66 (0)81 234 5678` has a `(0)` that is dialled only inside the country", "leave the zero out: `+66 812345678`"),
        ("+66 081 234 5678", "`+66 081 234 5678` has a 0 after the country code +66 that is dialled only inside the country", "leave the zero out: `+66 812345678`"),
        ("8 912 345-67-89", "`8 912 345-67-89` begins with 8, which is dialled only inside Russia and Kazakhstan", "write `+7` in place of the 8: `+79123456789`"),
        ("+7 8 912 345 67 89", "`+7 8 912 345 67 89` has an 8 after +7", "leave the 8 out: `+7 9123456789`"),
        ("0066 81 234 5678", "`0066 81 234 5678` begins with 00", "write a `+` in place of the 00: `+66812345678`"),
        ("+00 66 81 234 5678", "`+00 66 81 234 5678` has both `+` and `00`", "write `+66812345678`"),
        ("+66 81 CALL ME", "`+66 81 CALL ME` has letters in it, so WhatsApp cannot call it", "write the number in digits alone, such as `+66 81 234 5678`"),
        ("081 234 5678", "`081 234 5678` has no country code", "write `+`, the country and the number without its first 0; in Thailand `+66 812345678`"),
        ("66812345678", "`66812345678` has no `+` in front", "write `+66812345678` if 66 is the country's calling code"),
        ("9123456789", "`9123456789` has no country code", "write `+`, the country and the number: `+66 …` for Thailand, `+7 …` for Russia"),
        ("+66 81 234", "`+66 81 234` is too short: 5 digits after +66, where 8 to 9 are usual", "compare it with the number in WhatsApp's own settings"),
        ("+66 81 234 5678 90123", "`+66 81 234 5678 90123` is too long: 14 digits after +66, where 8 to 9 are usual", "compare it with the number in WhatsApp's own settings"),
        ("+999 123 4567", "`+999 123 4567` begins with no country's calling code", "a number begins with `+` and the country: +66 Thailand, +7 Russia, +49 Germany"),
        ("", "`` has no digits", "write the number like `+66 81 234 5678`"),
        ("+66812345678, +66812345679", "`,` cannot be in a phone number", "write it like `+66 81 234 5678`"),
        ("+66812345678 +66812345679", "`+66812345678 +66812345679` holds more than one number", "write one number"),
    ])
    func `each mistake that people make has its own words and remedy`(written: String, message: String, hint: String) {
        #expect { try PhoneNumber(written) } throws: { error in
            let problem = error as? PhoneNumber.Problem
            return problem?.message == message && problem?.hint == hint
        }
    }
}
