import LeadAttribution
import Manifest
import PartnerCodes

/// Manifests for the tests.
enum SampleSite {
    static let message = [
        ("ru", "Код: {{code}}. Здравствуйте! Интересует аренда авто."),
        ("en", "Code: {{code}}. Hello! I would like to rent a car."),
        ("th", "รหัส: {{code}} สวัสดีค่ะ สนใจเช่ารถ"),
    ]

    /// A partner by id, codes and status.
    struct Entry {
        var id: String
        var codes: [String]
        var name: String?
        var status = Manifest.Status.active
        var messages: [Manifest.Message] = []
    }

    static func manifest(_ entries: [Entry], messages: [(String, String)] = message) throws -> Manifest {
        let partners = try entries.map { entry in
            let codes = try entry.codes.map { try PartnerCode($0) }
            return Manifest.Partner(
                id: try PartnerID(entry.id), name: entry.name ?? entry.id, slug: entry.id, status: entry.status,
                page: "https://shiba-cars.example/\(entry.id)/", codes: codes, messages: entry.messages)
        }
        let texts = messages.map { Manifest.Text(language: $0.0, phone: "66812345678", text: $0.1) }
        return Manifest(
            generator: "sitegen 0.1.0", baseURL: "https://shiba-cars.example/", languages: messages.map(\.0),
            messages: [Manifest.Message(name: "general", texts: texts)], files: [], partnerFiles: ["index.html"], partners: partners)
    }

    /// The everyday sample: automatic codes, a chosen one with a digit, a word, a number, a retired partner.
    static func small() throws -> Manifest {
        try manifest([
            Entry(id: "hotel-sunrise", codes: ["KTM482", "SUNRISE"], name: "Hotel Sunrise"),
            Entry(id: "anna-guide", codes: ["XHB731"], name: "Анна, гид"),
            Entry(id: "old-bar", codes: ["PMC905"], name: "Old Bar", status: .retired),
            Entry(id: "dive-club", codes: ["DIVE77"], name: "Dive Club"),
            Entry(id: "year", codes: ["2024"], name: "Year"),
        ])
    }

    /// `count` partners with automatic codes, as a build would issue them, and the entries of `chosen`.
    static func large(_ count: Int, chosen: [Entry] = []) throws -> Manifest {
        var assigner = CodeAssigner(issued: try chosen.flatMap(\.codes).map { try PartnerCode($0) })
        let ids = try (1...count).map { try PartnerID("partner-\($0)") }
        let entries = assigner.assign(to: ids).map { Entry(id: $0.partner.text, codes: [$0.code.text]) }
        return try manifest(entries + chosen)
    }

    /// Codes chosen as badly as an owner could.
    static let vanity: [Entry] = [
        "HELLO", "PHUKET", "HOTEL", "SUNSET", "2024", "9000", "1500", "TG201", "SU274", "BMWX5", "900THB", "7ELEVEN", "ROOM205", "HOTEL5", "PCX160",
        "A123BC77", "X7K2PQ", "3AKA3", "B00K", "PLEASE", "THANKS", "MOCKBA", "KATA", "RAWAI", "83100", "24HOURS", "CAMRY", "VILLA12", "TOYOTA", "PRICE",
        "4X4JEEP", "AIRPORT", "5STARS", "CRV2024", "WHATSAPP",
    ].enumerated().map { Entry(id: "vanity-\($0.offset)", codes: [$0.element]) }
}
