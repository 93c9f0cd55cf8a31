import Diagnostics
import StructuredText
import Testing

/// The slips that people make, each with all that they are told.
@Suite struct JSONSlipTests {
    @Test(arguments: [
        ("", "J001 error 0[] the file is empty | a value such as `{ }` is expected"),
        (" \n // nothing\n", "J001 error 0[ \n // nothing\n] the file is empty | a value such as `{ }` is expected"),
        ("{\"a\": 1\n \"b\": 2}", "J004 error 7[] a comma is missing here, before a text in quotes | add `,` after the value"),
        ("{\"a\": 1; \"b\": 2}", "J004 error 7[;] a comma is expected here, found `;` | write `,` in place of `;`"),
        ("{a: \"x\n b: 1}", "J007 error 4[\"x] the text that begins here has no closing quote | add `\"` at its end; a line break within a text is written `\\n`"),
        ("{\"a\": Hotel Sunrise\"}", "J003 error 6[Hotel] a value is expected here, found `Hotel` | text stands in quotes: `\"Hotel…\"`"),
        ("{\"name: \"x\"}", "J005 error 9[x] a colon is expected after the key `name: `, found `x` | the quote after the key seems to be missing"),
        ("{name\": \"x\"}", "J005 error 5[\"] a colon is expected after the key `name`, found a text in quotes | the quote before `name` seems to be missing"),
        ("{\"a\" = 1}", "J005 error 5[=] a colon is expected after the key `a`, found `=` | write `:` in place of `=`"),
        ("{\"a\" \"b\"}", "J005 error 5[\"] a colon is expected after the key `a`, found a text in quotes | write `:` between the key and its value"),
        ("{\"a\": “x”}", "J014 error 6[“] `“` is not the quote that is expected here | write the straight quote `\"`, at the start and at the end of the text"),
        ("{«a»: 1}", "J014 error 1[«] `«` is not the quote that is expected here | write the straight quote `\"`, at the start and at the end of the text"),
        ("{\"a\": \"say \"hi\" now\"}", "J004 error 12[hi] the text ended before `hi` | a quote within a text is written `\\\"`"),
        ("{\"a\": \"C:\\Users\\1\"}", "J017 warning 9[\\U] `\\U` is read as `U` | a backslash is written `\\\\`; in the path of a file write `/`\nJ010 error 15[\\1] `\\1` has no meaning in a text | a backslash is written `\\\\`; in the path of a file write `/`"),
        ("{\"a\": \"C:\\users\"}", "J010 error 9[\\u] `\\u` has no meaning in a text | a backslash is written `\\\\`; in the path of a file write `/`"),
        ("{\"a\": 1}}", "J009 error 8[}] one `}` too many | remove it, or look above for a `}` that closes too early; 7[}] everything was closed here"),
        ("{\"a\": 1} {\"b\": 2}", "J009 error 9[{] nothing more is expected after the end, found `{` | remove it, or look for a `}` that closes too early; 7[}] everything was closed here"),
        ("\"a\": 1", "J009 error 3[:] nothing more is expected after the end, found `:` | is `{` missing at the start?; 2[\"] everything was closed here"),
        ("{\"a\": {\"b\": 1}", "J008 error 14[] the file ends, but an object `{` is not closed | add the missing `}`; 0[{] opened here"),
        ("{\"a\": [1, 2}", "J018 error 11[}] `}` cannot close a list | close it with `]` first; 6[[] opened here"),
        ("{\"a\": 1]", "J018 error 7[]] `]` cannot close an object | close it with `}` first; 0[{] opened here"),
        ("[1, 2", "J008 error 5[] the file ends, but a list `[` is not closed | add the missing `]`; 0[[] opened here"),
        ("{\"a\": \"x", "J007 error 6[\"x] the text that begins here has no closing quote | add `\"` at its end; a line break within a text is written `\\n`"),
        ("{\"a\": ,}", "J003 error 6[,] a value is expected here, found `,` | write a value before the comma, or remove the comma"),
        ("{\"a\": }", "J003 error 6[}] a value is expected here, found `}` | write a value after the colon, or remove the key"),
        ("{\"a\":", "J003 error 5[] a value is expected here, found the end of the file | write a value; text stands in quotes"),
        ("{\"a\"", "J005 error 4[] the file ends after the key `a` | write `:` and a value after the key"),
        ("{\"a\": 1,, \"b\": 2}", "J006 error 8[,] a key is expected here, found `,` | remove this comma"),
        ("{\"a\": True}", "J003 error 6[True] a value is expected here, found `True` | write `true`, without quotes and in small letters"),
        ("{\"phone\": +66 81 234}", "J004 error 14[81] a comma is expected here, found `81` | a phone number stands in quotes: `\"+66 …\"`"),
        ("{\"code\": 007}", "J011 error 9[007] `007` is not a number | a number has no zeros in front; a phone number or a code stands in quotes: `\"007\"`"),
        ("{\"phone\": 66-81}", "J011 error 10[66-81] `66-81` is not a number | if it is meant as text, put it in quotes: `\"66-81\"`"),
        ("{\"a\": 1 # note\n}", "J004 error 8[#] a comma is expected here, found `#` | a comment begins with `//`"),
        ("/* {}", "J015 error 0[/*] the comment that begins here is not closed | add `*/` at its end"),
        ("[\"a\": 1]", "J004 error 4[:] a comma is expected here, found `:` | keys with values stand in braces: `{\"key\": \"value\"}`"),
        ("{\"a\": \u{200E}1}", "J003 error 6[\u{200E}] a value is expected here, found the invisible character U+200E | remove it, or write a value in its place"),
    ])
    func `a slip is told with its place and its remedy`(source: String, told: String) {
        #expect(complaints(source).joined(separator: "\n") == told)
    }

    @Test(arguments: [
        ("{\"a\": 1, // x\n}", "J016 error 9[//] a comment is not allowed in this file, which is plain JSON | remove the comment"),
        ("{\"a\": 1, }", "J016 error 7[,] a comma after the last value is not allowed in this file, which is plain JSON | remove the comma"),
        ("{a: 1}", "J006 error 1[a] a key in quotes is expected here, found `a` | a key stands in quotes: `\"name\": …`"),
        ("{\"a\": 'x'}", "J003 error 6['] a value is expected here, found `'` | use the straight double quote `\"`"),
        ("\"a\tb\"", "J007 error 2[\t] a tab cannot stand in a text as it is | write `\\t`; 0[\"] the text begins here"),
    ])
    func `in plain json the conveniences of json5 are told apart`(source: String, told: String) {
        #expect(complaints(source, .strict).joined(separator: "\n") == told)
    }

    @Test(arguments: [
        ([0x22, 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x22], "J002 error 1[\u{FFFD}] the file looks like Windows-1251 (Cyrillic), not UTF-8: byte 1 cannot be read | save the file again with the encoding UTF-8; in Notepad: “Save as”, “Encoding”"),
        ([0x22, 0x61, 0x92, 0x22], "J002 error 2[\u{FFFD}] the file is not in UTF-8: byte 2 cannot be read | save the file again with the encoding UTF-8; in Notepad: “Save as”, “Encoding”"),
        ([0xFF, 0xFE, 0x7B, 0x00], "J002 error 0[\u{FFFD}\u{FFFD}] the file is in UTF-16, not in UTF-8 | save the file again with the encoding UTF-8; in Notepad: “Save as”, “Encoding”"),
        ([0x7B, 0x00, 0x7D, 0x00], "J002 error 0[{\0] the file is in UTF-16, not in UTF-8 | save the file again with the encoding UTF-8; in Notepad: “Save as”, “Encoding”"),
    ] as [([UInt8], String)])
    func `other encodings are named`(bytes: [UInt8], told: String) {
        #expect(complaints(bytes).joined(separator: "\n") == told)
    }
}
