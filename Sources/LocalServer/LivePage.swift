import ByteText

/// The served copy of a page, which reloads itself; the file stays as it is.
package enum LivePage {
    /// The folder of the server's own addresses: no partner's page can have an underscore in its name.
    package static let eventsPath = "/_sitegen/events"
    package static let scriptPath = "/_sitegen/live.js"

    /// `page` with the script that listens, and with a Content-Security-Policy that lets it.
    package static func adapted(_ page: [UInt8], build: Int) -> [UInt8] {
        var bytes = allowing(page)
        bytes.append(utf8: "<script src=\"\(scriptPath)\" data-build=\"\(build)\"></script>\n")
        return bytes
    }

    /// A page of its own, for when there is nothing to show but what is wrong.
    package static func problem(_ text: String, build: Int) -> [UInt8] {
        var bytes = Array("""
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The site cannot be built</title>
            <body style="background:#2b1512;color:#fff"><h1 style="font:600 22px/1.4 system-ui">The site cannot be built yet</h1>
            <pre style="white-space:pre-wrap;font-size:15px">
            """.utf8)
        bytes.append(htmlEscaping: text.utf8)
        bytes.append(utf8: "</pre>\n<p>Save the file again when it is right: this page reloads by itself.</p>\n")
        return adapted(bytes, build: build)
    }

    /// What the page runs: reloads for another build, shows what is wrong over the page as plain text.
    package static let script = """
        (function () {
          var build = document.currentScript.dataset.build, box = null;
          function hide() { if (box) { box.remove(); box = null; } }
          function show(text) {
            hide();
            box = document.createElement('div');
            box.setAttribute('role', 'alert');
            box.textContent = text;
            var style = {position: 'fixed', left: '0', right: '0', bottom: '0', maxHeight: '70vh', overflow: 'auto', zIndex: '2147483647',
              background: '#2b1512', color: '#fff', font: '14px/1.5 ui-monospace, monospace', padding: '16px 20px', whiteSpace: 'pre-wrap',
              borderTop: '4px solid #ff7a5c', boxSizing: 'border-box', textAlign: 'left', direction: 'ltr'};
            for (var name in style) box.style[name] = style[name];
            document.body.appendChild(box);
          }
          var source = new EventSource('\(eventsPath)');
          source.addEventListener('built', function (event) { if (event.data === build) hide(); else location.reload(); });
          source.addEventListener('problem', function (event) { show(JSON.parse(event.data)); });
        })();

        """
}

private extension LivePage {
    /// `page` with the server's own addresses allowed for scripts and connections in its policy, if it has one.
    static func allowing(_ page: [UInt8]) -> [UInt8] {
        guard let meta = page.firstRange(of: Array("http-equiv=\"Content-Security-Policy\"".utf8)),
              let content = page[meta.upperBound...].firstRange(of: Array("content=\"".utf8)),
              let end = page[content.upperBound...].firstIndex(of: .quote) else { return page }
        var directives = String(decoding: page[content.upperBound..<end], as: UTF8.self)
            .replacing("&#39;", with: "'").split(separator: ";").map { $0.split(separator: " ").map(String.init) }
        for name in ["script-src", "connect-src"] {
            if let place = directives.firstIndex(where: { $0.first == name }) {
                directives[place] = directives[place].filter { $0 != "'none'" && $0 != "'self'" } + ["'self'"]
            } else {
                directives.append([name, "'self'"])
            }
        }
        let policy = directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
        return Array(page[..<content.upperBound]) + Array(policy.utf8) + Array(page[end...])
    }
}
