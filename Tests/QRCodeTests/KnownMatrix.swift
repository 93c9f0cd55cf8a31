@testable import QRCode
import Testing

/// Symbols that were checked module by module against another encoder (python-qrcode 8) and read by zbar and ZXing.
struct KnownMatrix: Sendable, CustomTestStringConvertible {
    let text: String
    let version: Int
    let level: QRLevel
    let mask: Int
    /// From the top, `#` for dark.
    let rows: [String]

    var testDescription: String { "version \(version)" }

    static let all = [example, alphanumeric, withVersionInformation, large]

    /// The example of ISO/IEC 18004:2015, annex I, for which the standard also gives codewords and mask.
    static let example = KnownMatrix(text: "01234567", version: 1, level: .medium, mask: 2, picture: """
        #######..#.##.#######
        #.....#..####.#.....#
        #.###.#.#.....#.###.#
        #.###.#.##....#.###.#
        #.###.#.#.###.#.###.#
        #.....#.#...#.#.....#
        #######.#.#.#.#######
        ........#..##........
        #.#####..#..#.#####..
        ...#.#.##.#.#..#.##..
        ..#...##.#.#.#..#####
        ....#....#.....####..
        ...######..#.#..#....
        ........#.#####..##..
        #######..##.#.##.....
        #.....#.#.#####...#.#
        #.###.#.#...#..#.##..
        #.###.#.##..#..#.....
        #.###.#.#.##.#..#.#..
        #.....#........##.##.
        #######.####.#..#.#..
        """)

    static let alphanumeric = KnownMatrix(text: "HTTPS://EXAMPLE.COM/SUNRISE/", version: 2, level: .medium, mask: 6, picture: """
        #######.#.#..###..#######
        #.....#.####....#.#.....#
        #.###.#.######..#.#.###.#
        #.###.#...#.#.....#.###.#
        #.###.#.#..#......#.###.#
        #.....#....#..#...#.....#
        #######.#.#.#.#.#.#######
        ...........#.##..........
        #..########.#..###..#.###
        ..#.#...#..#..###..#.##..
        #..#.##.###...#..#.##...#
        #..#...######..##.#..###.
        ...####....#.####.#.####.
        ###..#..#.#.#.#.######...
        ##..#.#.#.....##..#.##...
        #.##.#.#....#####.#...###
        #.#.#.#######..######.###
        ........#.##...##...##...
        #######.##..#####.#.#.###
        #.....#.#.##.#..#...###..
        #.###.#.####.#.######.##.
        #.###.#.###.##..#.##..#.#
        #.###.#....#.#.###..#####
        #.....#..#.###..#####..#.
        #######.##.###..#...#.###
        """)

    static let withVersionInformation = KnownMatrix(
        text: "https://example.com/ru/sunrise-beach-hotel/?from=reception-desk", version: 7, level: .high, mask: 3, picture: """
        #######..#...#..#####....##.####....#.#######
        #.....#...##....##.#.#.#...#.##.#..#..#.....#
        #.###.#..#.#.#.##...###.##.#...##..#..#.###.#
        #.###.#..#.##..##.####.#..##.#.#.#.##.#.###.#
        #.###.#.######..#...#########..#.####.#.###.#
        #.....#..##.##...#.##...##.#.###......#.....#
        #######.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#######
        ........####.##..##.#...#.##..##.##.#........
        ..##..###.##.#...##.######.#.#...#.####.#....
        ##......#.#....#...##.##.#..####.#.###.#..###
        #.....#.##.#.####..#.###.##..###..###..#..###
        ##.#.#..##...#.#.#.#.##.#.##...###.#.#...#..#
        #.#.#.##.#####.###.##..###.##.....#....#...##
        .#####..###...##.####..###......##...##..###.
        .#.#.##.#.##..###.##...#.####.####..#.##.....
        #..##..####.##.....#.##...###..##...#..####.#
        #.#..###..#.###.#.###..##.###.####.###.#..##.
        .###.#.#....#..#.###..#.....#...###....#.####
        #..####..###..#....#.#....#...#######.##..##.
        #...##..###..#####...###...##.#.....###.#...#
        ...#######.###..###.#####.#.#.#.....#####.##.
        #..##...##.##.####..#...#....#.....##...#.#.#
        ..#.#.#.######.#.#.##.#.###..#....###.#.#####
        ###.#...##.#####.####...###.##..##..#...##..#
        ###.#####..#.####..######.#..###....#####..##
        ..#..#...##..#..####..#..#.#.#####...###.....
        ..##.########..#.##.###.#####.#....#.#.......
        #.#.##..##.#.#########...##....##.##..#.####.
        #..#.###.#..########.#..#.###.#.######.######
        .#.##..##..##.##..####.##.##.....####.####.##
        ......##...#..#.#....#..##.##..######..#.###.
        ..#.##..#..###....###..#....#.#.....##.#....#
        .###..#####.#.#.#...#...#.###.......####.####
        .#..#..#...#####..###..####..#.##..#.#...##.#
        ....#.###..#..#.##..##.##.#.....###..##..#.##
        .####..#....#.#..#.##.#.##.##..##.#####.##...
        #..##.##.#.##...#.#######...##......######.#.
        ........##.#......###...#..#######..#...#..#.
        #######.#...#...###.#.#.##.##.#.....#.#.##...
        #.....#..##...##..###...#.#.#####.###...#.##.
        #.###.#..#..######..######.#.#.####.########.
        #.###.#.#.###..#..#.#.##..##..#..##.##....#.#
        #.###.#.##.....#..#..#...####..#.######..##..
        #.....#..#.#..###..##.#...#.#....#..#.##....#
        #######..#.##.##.#.##.###.###.....###.#####..
        """)

    /// Too large for one word a row; each row in hexadecimal, the left module highest, filled up to 128.
    static let large = KnownMatrix(
        text: "https://example.com/ru/ " + String(repeating: "the quick brown fox, 12 dogs; ", count: 40),
        version: 27, level: .low, mask: 2, hexadecimal: """
        fe3afead9c537a0924af3d5090191bf8 829b8666c4e81f54e90f816c1ec4e208 ba1f92947a53a41f56a13cd0f17b52e8
        bacb3584cb028132c3ca6f83164e02e8 ba30d9d1ff54ba7f92ac38fe1c1f32e8 82ac60dd89ac4e38c84ec88a5e85f208
        feaaaaaaaaaaaaaaaaaaaaaaaaaaabf8 005488738a07e1c8a6a1738da12a1800 fbd7b73bf96d629fbeba00fd7bf11550
        35a101571da1f3d96b12d4572206b418 8afd225b80fc578dbd1f98a87e903080 adf23db7ac03ed6a77b16f03917f0548
        4ad37533f7247f80bd0a18ea99703820 45dd9c6b0324afb8b1180822cb392a78 6e31b00e96e80695ec1f54790bc53fe0
        09d63c247947b02e11e07b02c16ed358 66103c08f0c2c2e5428757a3ca5ba570 1daed52a390ab5bd569c1726ce709478
        bfa1cd5fc1c9dfdcea4e046c4a8da380 f0122fe0fe36b17b45a1ba46a7320c90 6396fbf2c8afbb924d62e9c09c00e2b0
        0561f7737af293df27b38e0f70b13318 cb5baa5f09ac9f89b87781495d9cf2c0 20ebb0e4b267316b03897e37b36e1988
        9608c8ef852c12812219f1af0e3c72f0 04ea08a73139081ce2cba9751a6d4258 b7d94e1f1ce50ec82802c4ac5f35e680
        05d084a06b18e06543d07fe7a05b5cd0 125cdb5abc4b0fd622c2daac87520738 484e00346f5e8c9b2ed7f83cbe165900
        2f03d1df35f25e8f6ddb94e44a41a7f0 586993215f45a12896b73a1ba19a0900 efe81632fb54f37fc99d89fd42a97ff0
        6897db938ea7b298d6f1a88ff7ac28e8 9a94e49fa8287f8ae8dd84ac5781faa0 48cef7a08b02816887337f8fad3d18e8
        cfff1d8afc32097fae16adf819d6bf80 0973ab10d172c239dd0a65cc8fabb738 13bb5d1e15391ac8a54eb55846c6fe00
        cda0efe142d2c071dea05a77b03845d0 9bd41c069da2db462d0fcb40e0dcc4f0 11614a052ca6d770bcae8e52f5dc0ea8
        1b856bcf29fc5a9b745ad1a1db91d470 0961b5a08206a730c3a10a2af13a2d90 13237a7378d8940a14d33105fbe92530
        9d835333d546712c27f6ad3491ca6398 6ebaa367ace85c816c5f81709f81b430 e12feb904617a26d86a57c3b357b67d0
        bbaf7c80ba3e0fa33009575214cd8c78 75b25d525d5d92ec748633274c413ef8 c7087b125dac5e2e795ec6230e94f960
        e0cabcc99356a1c5d6a039fce43b0dd8 d6c6249a382406de20f948054d8d58e0 8519dd4fe825279362f548d8888f56f8
        03527e0a4dfd4b5e385a98c45a95f9b0 aca33ff78243a011e2e12f69a16e4298 6b0b06c4ff15532b5cf27994975341a8
        dd8dc591ca27763c84114b3fd0af22c8 eefd97dc47ed4689c81e89581f813ca0 bc4952339107b57cb3a472aec17a8d48
        cfeacf16f8a000cffa0dc5f86d55bfa8 e8c958da8dfc97389fd4d08aa250f8a8 2ae2c39fa8f856daea1e05a97a843a80
        88ca99c08c56a92894e5bb8e807b5898 dfa9017ef8b979df844484fcbd542fb0 a9fa72a6bc7a6d4221018ed4d1752018
        76e55bfb09a8ca9cbd4b04205c99f310 45deb8100e73713c01a06f26a36a0308 be65cbfa114462e1b517537ab23846f8
        7c41748ee8051052275027c2776ddb18 47e9302f55c99e99290680101acceca0 c0a18325ab32b57c47d17b23a6761c00
        56a4578807fb944da064ddea09c329b8 5c7da7aeff16dc471ab34085b39554f0 f2b7162f54f31e8bb87294245e45a1e8
        5d25dda15305e53d16897b7ee19a4e50 db67d5f901155d9cfd3ddd7c62a12ea0 401a6b75ff2180033c496cd163e9a430
        7777947b49a45a9968cc813d4f24fee8 11ecadb06f19b16917336afbe44a4918 130c92aa192c9f5de222b92d77571aa8
        d8394d38e9bec92343767df536633098 1fbdb67f3d290f8f699ac4410686fec0 3c8b08046ed6c173d2b77e87b1391408
        be22a284cba1ec471b904aca42f8acc8 84d401ddf08aaa50d4ba1db2b52570d8 d2befe0f44286a99b55ec47856d1e610
        c1a356441306817487e10b16a97c5258 6fc7a8c4f87cbc5ff57bb1fd3b9eaff0 78e12ff0892d50e8a1e2618a0b4af898
        ea8d4c7badf95d8ae45eb4ac8e85aa90 18fe85918e17b3789bf55a8b316a68d0 8fcae906fc7b2a3fecff17f802994fa8
        b150d960c5d37e687caf3bf510191388 4bdce5171ce81bc5290f87019ec4c820 29d6bae8a253a66816a13916f17b33c8
        3ac4721c690281dd63ca6825964e2228 74f5960aa754ba09eaac3d20bc1f64d8 679e6d824dac4f5e684ec19d1e85e460
        9484ee901207e00806a16ca9a12b1750 5601d3a4a16d6321dcba00bb7bf10530 e0c1fdd103a1f27c8b12cdafe206a198
        7754cb8dbcfc5e325d1f88d25e90b500 494a6e537e03f5d733b176a5b17e1b48 ae4caa13a164668f390a010afd702520
        a9f31ff65564a7a5f51811aaad38bdf8 5b9f606a78a8168a281fdd016fc42060 9c1361469d07a92177e06b7a857f56d8
        d2da11a9cee2da77c487dfab8a4a2370 5c214c0a836aac28d0bc0e7eca791bf8 3ec02b3fefe847de6c0f14940a853080
        81e870619817b16941a03a7ec53a9790 833e2f5398cd23914b6360d09a31ecb0 a08124f2429293c4a7f20fef76a8bb18
        4f400fdf79cd8f9f3a5e01d15b8df440 ac0dcb444a22b16a85b1ff07b7360b08 82e0eb4ffd29929fa264f0ff0c447ff0
        00c1eb86897c9018e2a5a98d18544898 fee24e3eacb88ecaa876c5ac5c9dfa80 822ca1c18b776078c38d7e8fa26b58c0
        baff783bfc5c0fcfa29a5bfc87381fa0 bab534549f592c992eca7854bf6e50d0 bafe849e85e41e95ec0395ac4b35a4f0
        82a3c2a12f59a13a17d53a03a05a10d0 feb1f9d3734b7368c903a96d434166e0
        """)
}

private extension KnownMatrix {
    init(text: String, version: Int, level: QRLevel, mask: Int, picture: String) {
        self.init(
            text: text, version: version, level: level, mask: mask, rows: picture.split(separator: "\n").map(String.init))
    }

    init(text: String, version: Int, level: QRLevel, mask: Int, hexadecimal: String) {
        let rows = hexadecimal.split(whereSeparator: \.isWhitespace).map { row in
            let modules = row.flatMap { digit in
                let value = digit.hexDigitValue ?? 0
                return [8, 4, 2, 1].map { value & $0 == 0 ? "." : "#" }
            }
            return modules.prefix(17 + version * 4).joined()
        }
        self.init(text: text, version: version, level: level, mask: mask, rows: rows)
    }
}
