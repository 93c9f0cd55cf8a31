import Manifest
import PartnerCodes

/// The partners whose codes are looked for in messages under attack.
enum SampleManifest {
    static let manifest = Manifest(
        generator: "sitegen", baseURL: "https://cars.example/", languages: ["ru", "en"],
        messages: [
            Manifest.Message(name: "general", texts: [
                Manifest.Text(language: "ru", phone: "66812345678", text: "Код: {{code}}. Здравствуйте! Интересует аренда авто."),
                Manifest.Text(language: "en", phone: "66812345678", text: "Code: {{code}}. Hello! I would like to rent a car."),
                Manifest.Text(language: "th", phone: "66812345678", text: "รหัส: {{code}} สวัสดีค่ะ สนใจเช่ารถ"),
            ]),
        ], files: [], partnerFiles: ["index.html"],
        partners: [("hotel-sunrise", ["KTM482", "SUNRISE"]), ("anna-guide", ["XHB731"]), ("old-bar", ["PMC905"]), ("dive-club", ["DIVE77"]), ("mango-bar", ["MANGO77", "HOTEL5"]), ("year", ["2024"])]
            .compactMap { id, codes in
                guard let id = try? PartnerID(id) else { return nil }  // All of them are ids.
                return Manifest.Partner(
                    id: id, name: id.text, slug: id.text, status: .active, page: "https://cars.example/\(id.text)/", codes: codes.compactMap { PartnerCode(canonical: $0) })
            })
}
