import Disk
import Manifest
struct ManifestMaker {
    let site: SiteDefinition
    let plan: OutputPlan
    let folder: SitePath
    let previous: Manifest?
    func manifest() -> Manifest { Manifest() }
}
