import CommandLineKit

/// The pages of `sitegen help` that are about things.
enum HelpTopics {
    static let all = [
        HelpTopic("files", summary: "What is in the folder of a site", text: """
            A site is a folder with these in it:

              site.json      the business: name, phone, languages, messages, offers
              partners/      a file or a spreadsheet row for each partner
              partners/codes.jsonl
                             the ledger: whose each code is; never delete it
              templates/     how the pages look, and their fixed texts
              schema/        for editors, which complete and check by it; leave it
              public/        the built site, to be uploaded
              manifest.json  what the last build published; not for uploading

            site.json and the partners' files may hold comments (// like this) and commas at the end of a list.
            A text may be one string, or one for each language: {"ru": "…", "en": "…"}.
            """),
        HelpTopic("spreadsheet", summary: "Partners in a spreadsheet", alsoTyped: ["import", "csv", "excel"], text: """
            Any file partners/*.csv has a row for each partner. The first row names the columns:

              id, name, code, slug, status, greeting.ru, greeting.en,
              phone, offers, private.contact, private.notes

            Only id and name are needed. The id tells partners apart for ever: small Latin letters, digits and hyphens, such as hotel-sunrise.
            Columns that begin with private. are for you alone and are never published.

            Save as CSV in UTF-8. Excel: Save as, “CSV UTF-8 (Comma delimited)”. Google Sheets: File, Download, Comma-separated values.
            Numbers: File, Export to, CSV, Unicode (UTF-8). Commas, semicolons and tabs are all understood.
            """),
        HelpTopic("ledger", summary: "Codes, and why they never change hands", alsoTyped: ["remove", "delete", "retire", "rename", "pause"], text: """
            partners/codes.jsonl has a line for each code that was ever issued. A code belongs to its partner for ever: deleting a
            partner's file retires the code, the same id brings it back, and any two codes are at least three slips of the finger apart.

            A partner who pauses or leaves: write "status": "paused" or "retired" into the partner's file. The page stays either way, for
            printed QR codes lead to it. A file that gets a new name keeps its partner with "id": "the-old-name" in it.

            Keep the file in git or in a backup. If it was lost, `sitegen codes recover` takes the codes from manifest.json.

            Read a customer's code with `sitegen codes explain "ктм 482"`: case, spaces, Cyrillic letters and one slip do not matter.
            """),
        HelpTopic("publishing", summary: "Getting the site online", alsoTyped: ["publish", "deploy", "upload", "host", "hosting"], text: """
            Upload the folder public/ to any web host; it works under any address and path. manifest.json stays with you: it lists all partners.

            Set "baseURL" in site.json to the site's address first, since QR codes and link previews lead there. Then build, check, upload:

              swift run sitegen build && rsync -a --delete public/ host:/srv/www/site/

            The folder docs/publish/ has recipes for rsync, GitHub Pages, Netlify and object stores.
            """),
    ]
}
