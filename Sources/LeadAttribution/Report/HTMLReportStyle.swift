import ByteText

/// The head of a page and how it looks: in light and dark, on paper, on a phone.
enum HTMLReportStyle {
    /// Writes everything up to and including `<body>`.
    static func begin(_ html: inout [UInt8], title: String) {
        html.append(literal: "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.append(literal: "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        html.append(literal: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.append(literal: "<meta name=\"robots\" content=\"noindex\">\n<title>")
        html.append(htmlEscaping: title.utf8)
        html.append(utf8: "</title>\n<style>\n\(style)</style>\n</head>\n<body>\n")
    }

    /// Writes everything up to and including `<table>`; what is too wide for the page scrolls, with the keys too. `</table></div>` ends it.
    static func beginTable(_ html: inout [UInt8], label: StaticString) {
        html.append(literal: "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(literal: label)
        html.append(literal: "\"><table>")
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#22302f;--soft:#5f5b57;--line:#e3dacb;--paper:#fffdf9;--bar:#0f766e;--mark:#ffe08a}
        @media (prefers-color-scheme:dark){:root{--ink:#eceae7;--soft:#aaa59f;--line:#45413d;--paper:#1b1a19;--bar:#5cc2b5;--mark:#6b5200}}
        body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:60rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
        small,header p{color:var(--soft);font-weight:400}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;margin:1.25rem 0}
        .figures>div{border:1px solid var(--line);border-radius:.75rem;padding:.6rem 1rem}.figures dt{color:var(--soft);font-size:.9rem}
        .figures dd{margin:0;font-size:1.7rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
        .wide{overflow-x:auto}.wide td,.wide span{white-space:nowrap}table{border-collapse:collapse;width:100%}
        th,td{padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line);text-align:start;font-weight:400;vertical-align:top}
        th:last-child,td:last-child{padding-right:0}td span+span::before{content:"– "}
        thead th{color:var(--soft);font-size:.9rem;vertical-align:bottom}.n{text-align:end;font-variant-numeric:tabular-nums}
        tfoot td{font-weight:600;border-bottom:0}
        .bars{list-style:none;padding:0;margin:1rem 0}.bars li{display:grid;grid-template-columns:16rem 1fr;gap:0 .75rem;align-items:center}
        .bars li{margin:.4rem 0;break-inside:avoid}.bars span{text-align:end;line-height:1.25;overflow-wrap:anywhere}.bars svg{height:16px}
        .messages{list-style:none;padding:0}.messages li{border-top:1px solid var(--line);padding:.75rem 0;break-inside:avoid}
        blockquote{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}li p{margin:.25rem 0 0}
        mark{background:var(--mark);color:inherit;padding:0 .15em}
        svg{width:100%;display:block;overflow:visible}svg text{fill:var(--ink);font:13px system-ui,sans-serif}
        svg .soft{fill:var(--soft)}svg rect{fill:var(--bar)}svg line{stroke:var(--line)}
        @media (max-width:40rem){.bars li{grid-template-columns:1fr}.bars span{text-align:start;margin-bottom:.15rem}.bars li{margin:.6rem 0}.roomy{display:none}
        .wide td:has(span){white-space:normal}td span+span::before{content:none}th small{display:block}th,td{padding-right:.75rem}}
        section{break-inside:auto}h2{break-after:avoid}tr{break-inside:avoid}
        @media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--bar:#0f766e;--mark:#ffe08a}
        body{max-width:none;padding:0;font-size:10pt}rect,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """
}
