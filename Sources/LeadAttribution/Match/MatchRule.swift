/// By which rule a verdict came about. The texts are fixed: reports, logs and other programs read them.
///
/// | rule                | verdicts               | says                                                                                  |
/// |---------------------|------------------------|---------------------------------------------------------------------------------------|
/// | `exact`             | attributed             | a code, after folding, as a word of its own                                           |
/// | `labelled`          | attributed             | a code that is a word, a number or typed without digits, where a label announces it   |
/// | `whole-message`     | attributed             | the message is nothing but such a code                                                |
/// | `link-text`         | attributed, corrected  | the ready text inside a wa.me, Telegram or LINE link                                  |
/// | `page-link`         | attributed             | the address of a partner's page                                                       |
/// | `labelled-slip`     | corrected              | after a label, one slip from exactly one code                                         |
/// | `whole-message-slip`| corrected              | the message is nothing but something one slip from exactly one code                   |
/// | `two-partners`      | conflicting            | codes of two partners, exact or corrected                                             |
/// | `near-several`      | ambiguous              | what follows a label, or is all, can be read as codes of several partners             |
/// | `withdrawn`         | ambiguous              | it is or nearly is a code that was taken back                                         |
/// | `other-meaning`     | ambiguous              | it is or nearly is a code, but the words around it speak of a flight, a price, a model|
/// | `two-slips`         | unknown                | after a label or as the whole message, two slips from the nearest codes               |
/// | `no-such-code`      | unknown                | the same, where it looks like a code and is near none                                 |
/// | `no-code`           | none                   | nothing that could be a code                                                          |
/// | `own`               | own                    | the business wrote it                                                                 |
///
/// Precedence, where several things are found in one message: two credited partners are a conflict, whichever way each was found, for
/// an exact code beside an announced near miss of another partner is just what a forwarded message looks like. One credited
/// partner wins over whatever else is found, except for `near-several` and `withdrawn` codes of other partners, which make a conflict, too. Then
/// questions, then `unknown`.
package enum MatchRule: String, Sendable, CaseIterable {
    case exact
    case labelled
    case wholeMessage = "whole-message"
    case linkText = "link-text"
    case pageLink = "page-link"
    case labelledSlip = "labelled-slip"
    case wholeMessageSlip = "whole-message-slip"
    case twoPartners = "two-partners"
    case nearSeveral = "near-several"
    case withdrawn
    case otherMeaning = "other-meaning"
    case twoSlips = "two-slips"
    case noSuchCode = "no-such-code"
    case noCode = "no-code"
    case own
}
