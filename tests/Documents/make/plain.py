"""Plain text in several encodings, Markdown, JSON Resume, and what groff makes of macros."""

import json
import subprocess

import words


def text(c):
    h = c.headings
    lines = [c.name.upper(), c.person["headline"], " | ".join(c.contact()), "", h["profile"].upper(), c.summary, "",
             h["jobs"].upper()]
    for job in c.person["jobs"]:
        lines += [f"{job['title']}, {job['employer']}, {job['place']}", c.dates(job), *(f"- {b}" for b in job["bullets"]), ""]
    lines += [h["education"].upper(), *(f"{degree}, {school}, {years}" for degree, school, years in c.degrees()), ""]
    lines += [h["certifications"].upper(), *c.certifications, "", h["skills"].upper(), ", ".join(c.skills), *c.extra]
    return "\n".join(lines) + "\n"


def encoded(c, path):
    encoding = ["utf-16", "cp1252", "utf-8-sig"][c.number % 3]
    path.write_bytes(text(c).replace("→", "-").replace("\n", "\r\n").encode(encoding))


def ascii_table(c, path):
    """A text file whose jobs stand in columns."""
    h = c.headings
    lines = [f"{c.name}    {c.mail}    {c.person['phone']}", "", h["skills"], "-" * 40, "; ".join(c.skills), *c.extra, "",
             h["jobs"], "-" * 40]
    for job in c.person["jobs"]:
        lines += [f"{c.dates(job):<34}{job['title']}", f"{'':<34}{job['employer']}, {job['place']}",
                  *(f"{'':<34}* {b}" for b in job["bullets"]), ""]
    lines += [h["education"], "-" * 40, *(f"{years:<34}{degree}, {school}" for degree, school, years in c.degrees()), "",
              h["certifications"], "-" * 40, *(f"* {name}" for name in c.certifications), "", h["profile"], "-" * 40, c.summary]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def markdown(c, path):
    h = c.headings
    lines = [f"# {c.name}", "", f"**{c.person['headline']}**  ", " · ".join(c.contact()), "", f"## {h['profile']}", "", c.summary,
             "", f"## {h['skills']}", "", *(f"- {s}" for s in c.skills), "", *c.extra, "", f"## {h['jobs']}", ""]
    for job in c.person["jobs"]:
        lines += [f"### {job['title']} — {job['employer']}", f"*{c.dates(job)}* | {job['place']}", "",
                  *(f"* {b}" for b in job["bullets"]), ""]
    lines += [f"## {h['education']}", "", *(f"**{degree}**, {school} ({years})  " for degree, school, years in c.degrees()), "",
              f"## {h['certifications']}", "", *(f"1. {name}" for name in c.certifications)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def json_resume(c, path):
    """The schema as published."""
    def iso(value):
        year, month = words.month(value)
        return f"{year}-{month:02}-01" if c.form != "year" else f"{year}"

    work = [{"name": job["employer"], "position": job["title"], "location": job["place"], "startDate": iso(job["start"]),
             **({"endDate": iso(job["end"])} if job["end"] else {}), "highlights": job["bullets"]} for job in c.person["jobs"]]
    _write(c, path, work, [{"name": s} for s in c.skills])


def json_variant(c, path):
    """As programs really write it: `positions`, dates in words, skills as plain strings, empty ends."""
    work = []
    for number, job in enumerate(c.person["jobs"]):
        position = {"title": job["title"], "startDate": c.start(job), "endDate": c.end(job) if job["end"] else [None, ""][c.number % 2],
                    "summary": " ".join(job["bullets"])}
        work.append({"company": job["employer"], "location": job["place"], "positions": [position]} if number % 2 == 0
                    else {"company": job["employer"], "position": position["title"], "startDate": position["startDate"],
                          "endDate": position["endDate"], "summary": position["summary"]})
    _write(c, path, work, c.skills)


def _write(c, path, work, skills):
    resume = {
        "basics": {"name": c.name, "label": c.person["headline"], "email": c.mail, "phone": c.person["phone"],
                   "summary": " ".join([c.summary, *c.extra]), "location": {"address": c.person["street"], "city": c.person["city"]}},
        "work": work,
        "education": [{"institution": e["school"], "studyType": e["degree"], **({"startDate": str(e["start"])} if e["start"] else {}),
                       "endDate": str(e["end"])} for e in c.person["education"]],
        "skills": skills,
        "certificates": [{"name": name} for name in c.certifications],
    }
    path.write_text(json.dumps(resume, ensure_ascii=False, indent=1), encoding="utf-8")


def groff(c, path):
    h = c.headings
    lines = [".nr PS 10", ".nr VS 12", ".TL", c.name, ".AU", c.person["headline"], ".AI", ", ".join(c.contact()),
             ".SH", h["profile"], ".LP", c.summary, ".SH", h["jobs"]]
    for job in c.person["jobs"]:
        lines += [".LP", ".ta 6iR", f"\\fB{job['title']}\\fP\t{c.dates(job)}", ".br", f".I \"{job['employer']}, {job['place']}\""]
        for bullet in job["bullets"]:
            lines += [".IP \\(bu 2", bullet]
    lines += [".SH", h["education"]]
    for degree, school, years in c.degrees():
        lines += [".LP", f"{degree}, {school}\t{years}"]
    lines += [".SH", h["certifications"]]
    for name in c.certifications:
        lines += [".IP \\(bu 2", name]
    lines += [".SH", h["skills"], ".LP", ", ".join(c.skills), *([".LP", " ".join(c.extra)] if c.extra else [])]
    source = "\n".join(("\\&" + line if line.startswith("'") else line) for line in lines) + "\n"
    for letter, name in {"–": "\\(en", "—": "\\(em", "→": "\\(->", "'": "\\(cq"}.items():
        source = source.replace(letter, name)
    pdf = subprocess.run(["groff", "-k", "-ms", "-Tpdf"], input=source.encode("utf-8"), capture_output=True, check=True).stdout
    path.write_bytes(pdf)


def groff_text(c, path):
    """What a terminal shows of the same kind of source: filled lines of 65 columns with words broken at their ends."""
    h = c.headings
    lines = [".nh", ".ll 65", ".ce 3", c.name, c.person["headline"], ", ".join(c.contact()), ".sp", h["profile"], ".br", c.summary, ".sp",
             h["jobs"], ".br"]
    for job in c.person["jobs"]:
        lines += [f"{job['title']} | {job['employer']} | {job['place']} | {c.dates(job)}", ".br"]
        for bullet in job["bullets"]:
            lines += [f"\\(bu {bullet}", ".br"]
        lines.append(".sp")
    lines += [h["education"], ".br"]
    for degree, school, years in c.degrees():
        lines += [f"{degree}, {school}, {years}", ".br"]
    lines += [".sp", h["certifications"], ".br"]
    for name in c.certifications:
        lines += [name, ".br"]
    lines += [".sp", h["skills"], ".br", ", ".join(c.skills), ".br", " ".join(c.extra)]
    source = "\n".join(lines).replace("'", "\\(cq") + "\n"
    out = subprocess.run(["groff", "-k", "-Tutf8", "-P-cbou"], input=source.encode("utf-8"), capture_output=True, check=True).stdout
    path.write_text(out.decode("utf-8").rstrip() + "\n", encoding="utf-8")
