/// The first of the places below `count` where `holds`, which holds for all after that one; `count` if it holds for none. O(log count).
@inlinable @inline(__always)
package func firstPlace(below count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}
