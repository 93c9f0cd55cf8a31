/// Nodes of a template together with the arguments for its blocks.
struct Fragment: Hashable {
    let template: Int
    let nodes: Range<Int>
    let environment: Int
    /// White space to take off each line: that of a replacement's first line.
    var removedSpace = 0
}

/// A block written in a parent's tags: what the parent's block of that name is replaced by.
struct BlockArgument {
    let name: NameID
    let value: Fragment
    /// The block's opening tag, for messages.
    let tag: Range<Int>
}
