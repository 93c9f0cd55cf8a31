import Dispatch
@testable import SiteBuild
import Synchronization
import Testing

@Suite struct BothAtOnceTests {
    @Test func `both are done once, each with its result, however deep they are nested`() {
        let calls = Mutex((first: 0, second: 0))
        func sum(_ depth: Int) -> Int {
            if depth == 0 { return 1 }
            let (first, second) = bothAtOnce({ sum(depth - 1) }, { calls.withLock { $0.second += 1 }; return depth })
            calls.withLock { $0.first += 1 }
            return first + second
        }
        #expect(sum(40) == 1 + (1...40).reduce(0, +))
        #expect(calls.withLock { $0 } == (40, 40))
    }

    @Test func `what the first of them spreads over cores is done while the second waits`() {
        let done = DispatchSemaphore(value: 0)
        let (_, second) = bothAtOnce(
            {
                DispatchQueue.concurrentPerform(iterations: 8) { _ in }
                done.signal()
            }, { done.wait(timeout: .now() + 30) })
        #expect(second == .success)
    }
}
