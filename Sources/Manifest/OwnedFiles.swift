/// The paths, relative to the output folder, of everything that a manifest says its build wrote.
///
/// A sequence that makes each path when it is asked for: the files of 100,000 partners are a few names and the partners' folders.
package struct OwnedFiles: Sequence, Sendable {
    private let manifest: Manifest

    init(_ manifest: Manifest) {
        self.manifest = manifest
    }

    /// First what is outside the partners' folders, then partner by partner: the current folder, then earlier ones.
    package func makeIterator() -> Iterator {
        Iterator(manifest)
    }

    package struct Iterator: IteratorProtocol {
        private let manifest: Manifest
        private var partner = -1
        private var folder = 0
        private var file = 0

        init(_ manifest: Manifest) {
            self.manifest = manifest
        }

        package mutating func next() -> String? {
            if partner < 0 {
                if file < manifest.files.count {
                    defer { file += 1 }
                    return manifest.files[file]
                }
                partner = 0
                file = 0
            }
            while partner < manifest.partners.count {
                let owner = manifest.partners[partner]
                let names = owner.files ?? manifest.partnerFiles
                if file < names.count {
                    defer { file += 1 }
                    return (folder == 0 ? owner.slug : owner.earlierSlugs[folder - 1]) + "/" + names[file]
                }
                file = 0
                folder += 1
                if folder > owner.earlierSlugs.count {
                    folder = 0
                    partner += 1
                }
            }
            return nil
        }
    }
}

extension Manifest {
    /// Everything that the build wrote.
    package var ownedFiles: OwnedFiles { OwnedFiles(self) }
}
