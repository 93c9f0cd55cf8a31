import FuzzTargets

/// What libFuzzer calls for every input: the target that the environment variable `FUZZ_TARGET` names has to have nothing to complain about.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let complaint = target.complaint(about: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(complaint) }
    return 0
}

private let target = FuzzTarget.named(by: "FUZZ_TARGET")
