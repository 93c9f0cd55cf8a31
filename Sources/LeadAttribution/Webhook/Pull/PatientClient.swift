/// Makes a request again where the service asks for patience or is away for a moment, within bounds.
///
/// After 429 and 5xx it waits as long as `Retry-After` says (RFC 9110, section 10.2.3), or one second, then two, four …; six attempts in all. A
/// service that cannot be reached gets three. One that asks for more than five minutes is not waited for.
struct PatientClient {
    static let attempts = 6
    static let attemptsWithoutAnswer = 3
    static let longestPause = 300

    let client: any HTTPClient
    /// In seconds since 1970 UTC.
    let clock: () -> Int
    /// Waits so many seconds.
    let pause: (Int) -> Void

    /// The last answer, whatever it is.
    func send(_ call: HTTPCall) -> HTTPResult {
        var attempt = 0
        while true {
            attempt += 1
            let result = client.send(call)
            var seconds = 1 << (attempt - 1)
            switch result {
            case .unreachable:
                if attempt >= Self.attemptsWithoutAnswer { return result }
            case .answer(let answer):
                guard answer.status == 429 || 500...599 ~= answer.status, attempt < Self.attempts else { return result }
                if let wanted = Self.wantedPause(answer, now: clock()) {
                    if wanted > Self.longestPause { return result }
                    seconds = wanted
                }
            }
            pause(seconds)
        }
    }

    /// How many seconds the service asks to wait, given as a number or as a date; nil where it does not say.
    static func wantedPause(_ answer: HTTPAnswer, now: Int) -> Int? {
        guard let text = answer.header("retry-after") else { return nil }
        if let seconds = Int(text) { return max(0, seconds) }
        return MessageTime(reading: text).map { max(0, $0.secondsForOrdering - now) }
    }
}
