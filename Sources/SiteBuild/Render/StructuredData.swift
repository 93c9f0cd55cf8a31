import StructuredText

/// What search engines read of the business: a JSON-LD object of a schema.org type (https://schema.org/LocalBusiness).
enum StructuredData {
    /// The object in the site's language number `language`.
    static func business(_ site: SiteDefinition, language: Int, pictures: Pictures) -> [UInt8] {
        let business = site.business
        var json = JSONWriter()
        json.object { json in
            json.member("@context", "https://schema.org")
            json.member("@type", business.type)
            json.member("@id", site.baseURL.text)
            json.member("name", business.name[language])
            json.member("url", site.baseURL.text)
            json.member("telephone", "+" + business.phone.digits)
            if let email = business.email { json.member("email", email) }
            if let description = site.page.description?[language] { json.member("description", description) }
            if let image = business.image.flatMap({ pictures.picture($0.value) }) { json.member("image", site.baseURL.address(of: image.path)) }
            if business.address != nil || business.city != nil {
                json.key("address")
                json.object { json in
                    json.member("@type", "PostalAddress")
                    if let city = business.city { json.member("addressLocality", city[language]) }
                    if let address = business.address { json.member("streetAddress", address[language]) }
                }
            }
            if let map = business.map { json.member("hasMap", map.text) }
            if let telegram = business.telegram { json.member("sameAs", ["https://t.me/" + telegram]) }
        }
        return json.bytes
    }
}
