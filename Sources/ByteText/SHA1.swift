/// SHA-1 (FIPS 180-4, section 6.1). For signatures that a channel makes with it (Twilio), and for nothing else: collisions are known.
package enum SHA1 {
    /// The digest of `message`, 20 bytes. One pass.
    package static func digest(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        var schedule = [UInt32](repeating: 0, count: 80)
        let whole = message.count / 64 * 64
        for offset in stride(from: 0, to: whole, by: 64) { compress(message, at: offset, &state, &schedule) }

        var tail = Array(message[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bitCount = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift))) }
        for offset in stride(from: 0, to: tail.count, by: 64) { compress(tail, at: offset, &state, &schedule) }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }
}

private extension SHA1 {
    static func compress(_ message: [UInt8], at offset: Int, _ state: inout [UInt32], _ schedule: inout [UInt32]) {
        for index in 0..<16 {
            let base = offset + index * 4
            schedule[index] = UInt32(message[base]) << 24 | UInt32(message[base + 1]) << 16
                | UInt32(message[base + 2]) << 8 | UInt32(message[base + 3])
        }
        for index in 16..<80 {
            schedule[index] = rotateLeft(schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16], 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) = switch index {
            case 0..<20: ((b & c) ^ (~b & d), 0x5a82_7999)
            case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
            case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
            default: (b ^ c ^ d, 0xca62_c1d6)
            }
            let next = rotateLeft(a, 5) &+ mixed &+ e &+ constant &+ schedule[index]
            (e, d, c, b, a) = (d, c, rotateLeft(b, 30), a, next)
        }
        for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
    }

    static func rotateLeft(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
