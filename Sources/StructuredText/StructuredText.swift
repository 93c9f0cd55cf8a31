/// JSON, JSON5 and CSV, with a byte range on every value, so that whatever is wrong with a value can be shown in its file.
///
/// The diagnostics of this target, by id (never used again for another meaning):
///
/// | id   | severity | says                                                                        |
/// |------|----------|-----------------------------------------------------------------------------|
/// | J001 | error    | the file (or line) is empty                                                 |
/// | J002 | error    | the bytes are not UTF-8; names Windows-1251 and UTF-16 where they look so   |
/// | J003 | error    | something else stands where a value should                                  |
/// | J004 | error    | a comma is missing between two values                                       |
/// | J005 | error    | a colon is missing after a key                                              |
/// | J006 | error    | something else stands where a key should                                    |
/// | J007 | error    | a text has no closing quote                                                 |
/// | J008 | error    | an object or a list is not closed                                           |
/// | J009 | error    | there is more text after the end of the value                               |
/// | J010 | error    | a backslash is followed by what it cannot be followed by                    |
/// | J011 | error    | a number is written in a form that has no meaning                           |
/// | J012 | error    | objects and lists are nested deeper than 200                                |
/// | J013 | error    | half of a surrogate pair (only in definitions)                              |
/// | J014 | error    | typographic quotes stand for straight ones                                  |
/// | J015 | error    | a comment is not closed                                                     |
/// | J016 | error    | what only JSON5 allows, in a file that is plain JSON                        |
/// | J017 | warning  | a backslash before a letter disappears, as in a Windows path                |
/// | J018 | error    | `]` closes what `{` opened, or the other way round                          |
/// | J030 | error    | a value has another type than its key asks for                              |
/// | J031 | error    | a required key is missing                                                   |
/// | J032 | warning  | a key is unknown                                                            |
/// | J033 | error    | a key stands twice in one object                                            |
/// | V001 | error    | the file is empty                                                           |
/// | V002 | error    | the bytes are not UTF-8                                                     |
/// | V003 | error    | a quote is not closed                                                       |
/// | V004 | error    | there is text after a closing quote; a warning in logs                       |
/// | V005 | error    | a row has more or fewer values than the header has columns; a warning in logs |
/// | V006 | error    | two columns have one name                                                   |
/// | V007 | warning  | a column has no name                                                        |
package enum StructuredText {}
