"""Word documents out of hand-made parts: names of parts, signs and layouts as Word and Word Online write them."""

import zipfile
from xml.sax.saxutils import escape

NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HYPHEN = "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">"
TAB = "</w:t><w:tab/><w:t xml:space=\"preserve\">"
RIGHT = "</w:t><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" w:leader=\"none\"/><w:t xml:space=\"preserve\">"


def paragraph(words, style="", inner=False):
    text = words if inner else escape(words)
    properties = f"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>" if style else ""
    return f"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"


def heading(words):
    return paragraph(words, "Heading1")


def item(words):
    return f"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def cell(markup, width):
    return f"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{markup}</w:tc>"


def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def rest(c):
    h = c.headings
    return (heading(h["education"]) + "".join(paragraph(f"{degree}, {school}, {years}") for degree, school, years in c.degrees())
            + heading(h["certifications"]) + "".join(item(n) for n in c.certifications)
            + heading(h["skills"]) + paragraph(", ".join(c.skills)) + "".join(paragraph(line) for line in c.extra))


def top(c):
    return (paragraph(c.name, "Title") + paragraph(c.person["headline"]) + paragraph(" | ".join(c.contact()))
            + heading(c.headings["profile"]) + paragraph(c.summary))


def online(c, path):
    """As Word Online saves it: document2.xml; no-break hyphens in the dates."""
    body = top(c) + heading(c.headings["jobs"])
    for job in c.person["jobs"]:
        dates = escape(c.dates(job)).replace("–", HYPHEN).replace(" - ", f" {HYPHEN} ")
        body += paragraph(job["title"]) + paragraph(f"{job['employer']}, {job['place']}") + paragraph(dates, inner=True) + "".join(item(b) for b in job["bullets"])
    save(path, body + rest(c), name="document2.xml")


def tabs(c, path):
    """Dates behind a tab at the right margin; name and contact in the header of the first page."""
    header = paragraph(c.name) + paragraph(" | ".join(c.contact()))
    body = paragraph(c.person["headline"]) + heading(c.headings["profile"]) + paragraph(c.summary) + heading(c.headings["jobs"])
    for number, job in enumerate(c.person["jobs"]):
        gap = RIGHT if number % 2 == 0 else TAB
        body += paragraph(escape(job["title"]) + gap + escape(c.dates(job)), inner=True)
        body += paragraph(escape(job["employer"]) + gap + escape(job["place"]), inner=True) + "".join(item(b) for b in job["bullets"])
    save(path, body + rest(c), header=header)


def table(c, path):
    """Side by side in a table without lines: contact and skills at the left, everything else at the right."""
    h = c.headings
    left = (heading(h["contact"]) + "".join(paragraph(l) for l in c.contact()) + heading(h["skills"]) + "".join(item(s) for s in c.skills)
            + "".join(paragraph(line) for line in c.extra) + heading(h["certifications"]) + "".join(paragraph(n) for n in c.certifications))
    right = paragraph(c.person["headline"]) + heading(h["profile"]) + paragraph(c.summary) + heading(h["jobs"])
    for job in c.person["jobs"]:
        right += paragraph(f"{job['title']} | {job['employer']} | {c.dates(job)}") + "".join(item(b) for b in job["bullets"])
    right += heading(h["education"]) + "".join(paragraph(f"{degree}, {school}, {years}") for degree, school, years in c.degrees())
    save(path, paragraph(c.name, "Title") + f"<w:tbl>{row(cell(left, 3000), cell(right, 6500))}</w:tbl>" + paragraph(""))


def rows(c, path):
    """A table with a row a job: dates, then title, employer and work."""
    h = c.headings
    jobs = "".join(row(cell(paragraph(c.dates(job)), 2500),
                       cell(paragraph(job["title"]) + paragraph(f"{job['employer']}, {job['place']}") + "".join(item(b) for b in job["bullets"]), 7000))
                   for job in c.person["jobs"])
    save(path, top(c) + heading(h["jobs"]) + f"<w:tbl>{jobs}</w:tbl>" + rest(c))


def moved(c, path):
    """A text box with its older twin, moved and deleted text of a reviewed document."""
    box = heading(c.headings["skills"]) + paragraph(", ".join(c.skills)) + "".join(paragraph(line) for line in c.extra)
    twins = ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>" + box
             + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + box
             + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
    h = c.headings
    body = top(c) + heading(h["jobs"])
    for job in c.person["jobs"]:
        words = f"<w:r><w:t>{escape(job['title'])}, {escape(job['employer'])}</w:t></w:r>"
        body += (f"<w:p><w:moveFrom w:id=\"1\" w:author=\"A\">{words}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"2\" w:author=\"A\">{words}</w:moveTo></w:p>"
                 + paragraph(c.dates(job)) + "<w:p><w:del w:id=\"3\" w:author=\"A\"><w:r><w:delText>Haskell</w:delText></w:r></w:del></w:p>"
                 + "".join(item(b) for b in job["bullets"]))
    body += heading(h["education"]) + "".join(paragraph(f"{degree}, {school}, {years}") for degree, school, years in c.degrees())
    body += heading(h["certifications"]) + "".join(item(n) for n in c.certifications) + twins
    save(path, body)


def save(path, body, name="document.xml", header=None):
    def relationships(targets):
        entries = "".join(f"<Relationship Id=\"r{i}\" Type=\"{KINDS}{kind}\" Target=\"{target}\"/>" for i, (kind, target) in enumerate(targets))
        return f"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"

    section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r0\"/></w:sectPr>" if header else ""
    parts = {"[Content_Types].xml": "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             f"<Override PartName=\"/word/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
             "_rels/.rels": relationships([("officeDocument", f"/word/{name}")]),
             f"word/{name}": f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
             f"word/_rels/{name}.rels": relationships([("header", "header1.xml")] if header else [])}
    if header:
        parts["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{header}</w:hdr>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2020, 1, 1, 0, 0, 0)), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content, zipfile.ZIP_DEFLATED)
