import Diagnostics

/// What reading messages has to say, by id (never used again for another meaning):
///
/// | id   | severity | says                                                                              |
/// |------|----------|-----------------------------------------------------------------------------------|
/// | R001 | error    | the file cannot be read                                                           |
/// | R002 | error    | `unzip` is missing                                                                |
/// | R003 | error    | the archive is damaged, encrypted or none at all                                  |
/// | R004 | error    | the archive holds no chat                                                         |
/// | R005 | note     | the archive holds several texts; says which was read                              |
/// | R006 | warning  | a name in the archive leads out of its folder                                     |
/// | R007 | error    | what the archive holds is larger than any chat                                    |
/// | R008 | warning  | the text is not UTF-8                                                             |
/// | R009 | error    | packed in a way that is not read (gzip, an archive on standard input)             |
/// | R010 | warning  | day and month cannot be told apart                                                |
/// | R011 | warning  | some dates do not fit the order of the others                                     |
/// | R012 | note     | lines before the first message were skipped                                       |
/// | R013 | warning  | a message is longer than 1 MB                                                     |
/// | R014 | note     | lines with a colon were taken for notices of WhatsApp                             |
/// | R015 | note     | lines that begin with a date in another form were taken for text                  |
/// | R016 | error    | there is no message in a file that should hold some                               |
/// | R017 | warning  | dates without a year, or of an unknown calendar                                   |
/// | R020 | error    | the table has no column for the text                                              |
/// | R030 | error    | a JSON document or line cannot be read                                            |
/// | R031 | error    | the channel's answer is an error and no list of messages                          |
/// | R032 | warning  | a JSON document is of no known kind                                               |
/// | R033 | error    | a record is longer than 8 MB                                                      |
/// | R034 | warning  | a time cannot be read                                                             |
/// | R040 | warning  | a line is no saved request                                                        |
/// | R050 | warning  | there are too many messages to know all that come twice                           |
enum MessageDiagnostics {
    static func notUTF8(_ path: String, line: Int) -> Diagnostic {
        Diagnostic(
            "R008", .warning, at: SourceLocation(path: path, line: line), "the text is not in UTF-8, so some letters cannot be read",
            hint: "export the chat again, or open the file in an editor and save it as UTF-8")
    }

    static func orderUncertain(_ path: String, _ order: DateOrder) -> Diagnostic {
        let reading = order == .monthDayYear ? "month/day" : order == .dayMonthYear ? "day/month" : "year/month/day"
        let other = order == .monthDayYear ? DateOrder.dayMonthYear : .monthDayYear
        return Diagnostic(
            "R010", .warning, at: SourceLocation(path: path),
            "no date in this export shows whether the day or the month comes first; it was read as \(reading)",
            hint: "if the dates come out wrong, say `--date-order \(other.rawValue)`")
    }

    static func orderContradicted(_ path: String, line: Int, count: Int) -> Diagnostic {
        Diagnostic(
            "R011", .warning, at: SourceLocation(path: path, line: line),
            count == 1 ? "the date does not fit the order of the other dates" : "\(count) dates do not fit the order of the others, here the first",
            hint: "say `--date-order dmy` or `--date-order mdy` if the dates come out wrong")
    }

    static func linesBeforeFirst(_ path: String, count: Int) -> Diagnostic {
        Diagnostic(
            "R012", .note, at: SourceLocation(path: path, line: 1),
            count == 1 ? "one line before the first message was skipped" : "\(count) lines before the first message were skipped")
    }

    static func messageCut(_ path: String, line: Int) -> Diagnostic {
        Diagnostic(
            "R013", .warning, at: SourceLocation(path: path, line: line), "the message is longer than 1 MB; only its beginning was read",
            hint: "look whether the file is damaged from this line on")
    }

    static func takenForNotices(_ path: String, line: Int, count: Int) -> Diagnostic {
        Diagnostic(
            "R014", .note, at: SourceLocation(path: path, line: line),
            count == 1 ? "the line was taken for a notice of WhatsApp, though it has a colon"
                : "\(count) lines were taken for notices of WhatsApp, though they have a colon; here the first")
    }

    static func otherForm(_ path: String, line: Int, count: Int) -> Diagnostic {
        Diagnostic(
            "R015", .note, at: SourceLocation(path: path, line: line),
            "\(count) lines begin with a date in another form than this export's and were read as parts of messages; here the first",
            hint: "if two chats were joined into one file, check them one by one")
    }

    static func noMessages(_ path: String) -> Diagnostic {
        Diagnostic(
            "R016", .error, at: SourceLocation(path: path), "no line looks like a message of a chat export",
            hint: "export the chat again on the phone: chat, “Export chat”, “Without media”")
    }

    static func datesUnreadable(_ path: String, line: Int, count: Int) -> Diagnostic {
        Diagnostic(
            "R017", .warning, at: SourceLocation(path: path, line: line),
            count == 1 ? "a date has no year or is of an unknown calendar; its message has no time"
                : "\(count) dates have no year or are of an unknown calendar; their messages have no time",
            hint: "export the chat again with a newer version of WhatsApp, or with the calendar of the phone set to Gregorian")
    }

    static func damaged(_ path: String) -> Diagnostic {
        Diagnostic(
            "R003", .error, at: SourceLocation(path: path), "the archive is damaged or protected by a password; not all of it was read",
            hint: "export the chat again, or unpack the archive and give the text file")
    }

    static func tooLong(_ path: String, limit: Int) -> Diagnostic {
        Diagnostic(
            "R007", .error, at: SourceLocation(path: path),
            "the archive unpacks to more than \(limit >> 20) MB, far more than a chat would; the rest was not read",
            hint: "unpack the archive yourself and look what it holds")
    }

    static let tooManyToCompare = Diagnostic(
        "R050", .warning, at: nil,
        "there are more messages than can be compared: some without a code may be counted once for each file they are in; leads are not concerned",
        hint: "if the number of messages matters, check fewer files at once")

    static func fault(_ fault: SourceFault, _ path: String) -> Diagnostic {
        switch fault {
        case .damaged: damaged(path)
        case .tooLong(let limit): tooLong(path, limit: limit)
        }
    }
}
