import LeadAttribution
import SiteBuild
import Testing

@Suite struct SettingNamesTests {
    @Test func `every name that the checklist looks for is one that the receiver reads`() {
        let unknown = ReceiverConfiguration.Name.allCases.map(\.rawValue).filter { !ReceiverSettings.names.contains($0) }
        #expect(unknown == [])
    }

    @Test func `every name that the receiver knows is read`() {
        var asked: [String] = []
        _ = ReceiverSettings { name in
            asked.append(name)
            return nil
        }
        #expect(asked.sorted() == ReceiverSettings.names.sorted())
    }
}
