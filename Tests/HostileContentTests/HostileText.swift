import Testing

/// A text that wants to be more than a text, wherever it is shown.
struct HostileText: CustomTestStringConvertible, Sendable {
    /// What it would do.
    let aim: String
    let text: String

    var testDescription: String { aim }

    private init(_ aim: String, _ text: String) {
        (self.aim, self.text) = (aim, text)
    }

    static let all: [HostileText] = [
        HostileText("end the text and begin a script", "</p></h1></title><script>alert(1)</script>"),
        HostileText("end an attribute in double quotes", "\" autofocus onfocus=\"alert(1)"),
        HostileText("end an attribute in single quotes", "' onmouseover='alert(1)"),
        HostileText("be an attribute where quotes are missing", "x onclick=alert(1) y"),
        HostileText("end a tag", "x><img src=x onerror=alert(1)>"),
        HostileText("end the script that holds data", "</script ><script>alert(1)</script>"),
        HostileText("hide the end of the script that holds data", "<!--<script>"),
        HostileText("end a comment", "--><b>"),
        HostileText("end a style", "</style><style>*{display:none}</style>"),
        HostileText("be a declaration of CSS", "red;}*{background:url(https://evil.example/)}"),
        HostileText("escape from a text of CSS", "\\3c/style\\3e expression(alert(1))"),
        HostileText("be a line of a script", "\u{2028}alert(1)\u{2029}//"),
        HostileText("end a text of JSON", "\\\",\"@id\":\"https://evil.example/"),
        HostileText("be an address that runs", "javascript:alert(1)"),
        HostileText("be an address that is a page", "data:text/html,<script>alert(1)</script>"),
        HostileText("end an address", "x?a=1&text=evil#\"><svg onload=alert(1)>"),
        HostileText("be markup once it is decoded", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &quot; &amp;"),
        HostileText("be a tag of a template", "{{partner.code}} {{{site.name}}} {{#offers}}{{>parts/card}} {{=<% %>=}}"),
        HostileText("end a drawing", "</title></svg><script>alert(1)</script>"),
        HostileText("begin a section that is not read", "<![CDATA[ ]]> <plaintext> <textarea>"),
        HostileText("leave a tag open", "<a href='"),
        HostileText("be read as UTF-7 or as another script's bracket", "+ADw-script+AD4- ＜script＞ ‹b›"),
        HostileText("be a break of the line", "a\r\nSet-Cookie: x=y\r\n\r\n<b>"),
    ]
}
