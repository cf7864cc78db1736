"""HTML, what Chromium prints of it, and what LibreOffice makes of it."""

import subprocess
import tempfile
from html import escape
from pathlib import Path

import words


def page(style, body, c):
    return (f"<!DOCTYPE html><html lang=\"{c.language}\"><head><meta charset=\"utf-8\"><title>{escape(c.name)}</title>"
            f"<style>body{{font-family:'Liberation Sans';font-size:10pt;margin:0}}ul{{margin:2px 0;padding-left:14px}}{style}</style></head>"
            f"<body>{body}</body></html>")


def bullets(job):
    return "<ul>" + "".join(f"<li>{escape(b)}</li>" for b in job["bullets"]) + "</ul>"


def section(heading, inner):
    return f"<section><h2>{escape(heading)}</h2>{inner}</section>"


def job_block(c, job):
    return (f"<div class=\"job\"><h3>{escape(job['title'])}</h3><div>{escape(job['employer'])}, {escape(job['place'])}</div>"
            f"<div class=\"dates\">{escape(c.dates(job))}</div>{bullets(job)}</div>")


def education(c):
    return "".join(f"<div><b>{escape(degree)}</b><br>{escape(school)}, {years}</div>" for degree, school, years in c.degrees())


def listed(values):
    return "<ul>" + "".join(f"<li>{escape(v)}</li>" for v in values) + "</ul>"


def extra(c):
    return "".join(f"<p>{escape(line)}</p>" for line in c.extra)


def sidebar_page(c):
    h = c.headings
    side = (section(h["contact"], "".join(f"<div>{escape(l)}</div>" for l in c.contact())) + section(h["skills"], listed(c.skills))
            + section(h["certifications"], listed(c.certifications)))
    main = (f"<h1>{escape(c.name)}</h1><p class=\"headline\">{escape(c.person['headline'])}</p>" + section(h["profile"], f"<p>{escape(c.summary)}</p>")
            + section(h["jobs"], "".join(job_block(c, j) for j in c.person["jobs"])) + section(h["education"], education(c))
            + (section(h["extra"], extra(c)) if c.extra else ""))
    style = ("main{margin-left:34%;padding:18px}aside{position:absolute;left:0;top:0;width:29%;padding:18px;background:#234;color:#fff;min-height:95%}"
             "h1{letter-spacing:2px}")
    return page(style, f"<aside>{side}</aside><main>{main}</main>", c)


def two_columns_page(c):
    h = c.headings
    left = section(h["jobs"], "".join(job_block(c, j) for j in c.person["jobs"]))
    right = (section(h["profile"], f"<p>{escape(c.summary)}</p>") + section(h["skills"], f"<p>{escape(', '.join(c.skills))}</p>{extra(c)}")
             + section(h["education"], education(c)) + section(h["certifications"], "".join(f"<p>{escape(n)}</p>" for n in c.certifications)))
    style = ".c{display:flex;gap:24px;padding:18px}.c>div:first-child{width:58%}.c>div:last-child{width:38%}h1,.contact{text-align:center}"
    return page(style, f"<h1>{escape(c.name.upper())}</h1><div class=\"contact\">{escape(' | '.join(c.contact()))}</div>"
                       f"<div class=\"c\"><div>{left}</div><div>{right}</div></div>", c)


def europass_page(c):
    h, label = c.headings, words.EUROPASS[c.language]
    rows = [("", f"<b>{escape(c.name)}</b>"), (h["contact"], "<br>".join(escape(l) for l in c.contact())), (h["profile"], escape(c.summary)),
            (f"<b>{h['jobs']}</b>", "")]
    for job in c.person["jobs"]:
        rows += [(label[0], escape(c.dates(job))), (label[1], escape(job["title"])), (label[2], escape(f"{job['employer']}, {job['place']}")),
                 (label[3], escape(" ".join(job["bullets"])))]
    rows.append((f"<b>{h['education']}</b>", ""))
    for degree, school, years in c.degrees():
        rows += [(label[0], years), (label[4], escape(degree)), (label[5], escape(school))]
    rows += [(f"<b>{h['skills']}</b>", escape(", ".join(c.skills)) + extra(c)), (f"<b>{h['certifications']}</b>", "<br>".join(escape(n) for n in c.certifications))]
    style = "table{border-collapse:collapse;width:94%;margin:18px}td:first-child{text-align:right;width:30%;padding-right:14px}td{vertical-align:top;padding:3px}"
    return page(style, "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>", c)


def from_to_page(c):
    """Jobs in a table without lines, with the start and the end in columns of their own."""
    h, heads = c.headings, words.FROM_TO[c.language]
    rows = "".join(f"<tr><td>{escape(c.start(j))}</td><td>{escape(c.end(j))}</td><td>{escape(j['title'])}</td><td>{escape(j['employer'])}, "
                   f"{escape(j['place'])}</td></tr>" for j in c.person["jobs"])
    table = "<table><tr>" + "".join(f"<th>{x}</th>" for x in heads) + f"</tr>{rows}</table>"
    work = "".join(bullets(j) for j in c.person["jobs"])
    body = (f"<h1>{escape(c.name)}</h1><p>{escape(' · '.join(c.contact()))}</p>" + section(h["profile"], f"<p>{escape(c.summary)}</p>{work}")
            + section(h["jobs"], table) + section(h["education"], education(c)) + section(h["certifications"], listed(c.certifications))
            + section(h["skills"], f"<p>{escape(', '.join(c.skills))}</p>{extra(c)}"))
    return page("body{padding:20px}td,th{text-align:left;padding:3px 22px 3px 0}", body, c)


def linkedin_page(c):
    """As the profile of a professional network is exported."""
    h = c.headings
    side = (f"<h2>{escape(h['contact'])}</h2><p>{escape(c.mail)}</p><h2>{'Top Skills' if c.language == 'en' else escape(h['skills'])}</h2>"
            + "".join(f"<div>{escape(s)}</div>" for s in c.skills)
            + f"<h2>{escape(h['certifications'])}</h2>" + "".join(f"<div>{escape(n)}</div>" for n in c.certifications))
    jobs = "".join(f"<div class=\"job\"><b>{escape(j['employer'])}</b><br>{escape(j['title'])}<br>{escape(c.dates(j))}{span(c, j)}<br>{escape(j['place'])}<br>"
                   f"{escape(' '.join(j['bullets']))}</div><br>" for j in c.person["jobs"])
    degrees = "".join(f"<b>{escape(school)}</b><br>{escape(degree)} · ({years})<br><br>" for degree, school, years in c.degrees())
    main = (f"<h1>{escape(c.name)}</h1><div>{escape(c.person['headline'])}</div><div>{escape(c.person['city'])}</div>"
            f"<h2>{'Summary' if c.language == 'en' else escape(h['profile'])}</h2><div>{escape(' '.join([c.summary, *c.extra]))}</div>"
            f"<h2>{escape(h['jobs'])}</h2>{jobs}<h2>{escape(h['education'])}</h2>{degrees}")
    style = "aside{position:absolute;left:0;top:0;width:27%;padding:20px;background:#293e49;color:#e1e8eb}main{margin-left:33%;padding:20px}"
    return page(style, f"<aside>{side}</aside><main>{main}</main>", c)


def span(c, job):
    if c.language != "en":
        return ""
    (y, m), (v, n) = words.month(job["start"]), words.month(job["end"]) if job["end"] else (2026, 11)
    months = (v - y) * 12 + n - m + 1
    return f" ({months // 12} years {months % 12} months)" if months % 12 else f" ({months // 12} years)"


def simple_page(c):
    h = c.headings
    return page("", f"<h1>{escape(c.name)}</h1><p>{escape(', '.join(c.contact()))}</p><h2>{h['profile']}</h2><p>{escape(c.summary)}</p><h2>{h['jobs']}</h2>"
                + "".join(f"<p><b>{escape(j['title'])}</b> – {escape(j['employer'])}, {escape(j['place'])}<br>{escape(c.dates(j))}</p>{bullets(j)}" for j in c.person["jobs"])
                + f"<h2>{h['education']}</h2>" + "".join(f"<p>{years} {escape(d)}, {escape(s)}</p>" for d, s, years in c.degrees())
                + f"<h2>{h['certifications']}</h2>{listed(c.certifications)}<h2>{h['skills']}</h2>{listed(c.skills)}{extra(c)}", c)


HIDDEN = ["COBOL", "Fortran", "Haskell"]


def hidden_page(c):
    """Words that no reader of the page sees."""
    secret = (f"<div style=\"display:none\">{', '.join(HIDDEN)}</div><p hidden>{HIDDEN[0]} expert</p>"
              f"<span style=\"font-size:0\">{HIDDEN[1]}</span><p style=\"visibility:hidden\">{HIDDEN[2]}</p>")
    return simple_page(c).replace("</body>", secret + "</body>")


def soft_hyphens_page(c):
    """Long words carry a soft hyphen, as word processors leave them."""
    def soften(word):
        return word[:5] + "&shy;" + word[5:] if len(word) >= 9 and word.isalpha() and word.islower() else word

    return " ".join(soften(word) for word in simple_page(c).split(" "))


def html(make):
    return lambda c, path: path.write_text(make(c), encoding="utf-8")


def chromium(make):
    def write(c, path):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "cv.html")
            source.write_text(make(c), encoding="utf-8")
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
                            f"--print-to-pdf={folder}/cv.pdf", source.as_uri()], check=True, capture_output=True)
            path.write_bytes(Path(folder, "cv.pdf").read_bytes())
    return write


def office(make, kind):
    """LibreOffice opens the page as a text document and saves it as `kind`."""
    def write(c, path):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "cv.html")
            source.write_text(make(c), encoding="utf-8")
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
            subprocess.run([*command, "--infilter=HTML (StarWriter)", "--convert-to", "odt", "--outdir", folder, str(source)], check=True, capture_output=True)
            subprocess.run([*command, "--convert-to", kind, "--outdir", folder, f"{folder}/cv.odt"], check=True, capture_output=True)
            path.write_bytes(Path(folder, f"cv.{kind}").read_bytes())
    return write
