"""PDF by pdflatex: dates at the right margin, two columns, a column of dates, justified text with words broken at line ends."""

import os
import subprocess
import tempfile
from pathlib import Path

PREAMBLE = r"""\documentclass[10pt]{article}
\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{FONT}
\usepackage[margin=2cm]{geometry}\usepackage{multicol}\usepackage{textcomp}
\pagestyle{empty}\setlength{\parindent}{0pt}
\newcommand{\heading}[1]{\par\medskip{\large\bfseries #1}\par\hrule\smallskip}
"""


def tex(words):
    for sign in "&%$#_":
        words = words.replace(sign, "\\" + sign)
    return words.replace("–", "--").replace("—", "---").replace("→", "$\\rightarrow$").replace("'", "'")


def items(bullets):
    return "\\begin{itemize}\\setlength{\\itemsep}{0pt}" + "".join(f"\\item {tex(b)}" for b in bullets) + "\\end{itemize}"


def head(c, size="\\Huge"):
    return (f"\\begin{{center}}{{{size}\\scshape {tex(c.name)}}}\\\\[4pt]{tex(c.person['headline'])}\\\\"
            f"{tex(' $cdot$ '.join(c.contact())).replace(chr(92) + '$cdot' + chr(92) + '$', '$cdot$'.replace('cdot', chr(92) + 'cdot'))}\\end{{center}}\n")


def tail(c):
    h = c.headings
    return (f"\\heading{{{tex(h['education'])}}}" + "".join(
        f"\\textbf{{{tex(degree)}}}, {tex(school)} \\hfill {tex(years)}\\par " for degree, school, years in c.degrees())
        + f"\\heading{{{tex(h['certifications'])}}}" + items(c.certifications)
        + f"\\heading{{{tex(h['skills'])}}}" + tex(", ".join(c.skills)) + "\\par " + tex(" ".join(c.extra)))


def margin(c, path):
    body = head(c) + f"\\heading{{{tex(c.headings['profile'])}}}{tex(c.summary)}\\heading{{{tex(c.headings['jobs'])}}}"
    for job in c.person["jobs"]:
        body += (f"\\textbf{{{tex(job['title'])}}} \\hfill {tex(c.dates(job))}\\\\"
                 f"\\textit{{{tex(job['employer'])}}} \\hfill \\textit{{{tex(job['place'])}}}" + items(job["bullets"]))
    run(body + tail(c), path)


def columns(c, path):
    h = c.headings
    left = f"\\heading{{{tex(h['skills'])}}}" + "\\\\".join(tex(s) for s in c.skills) + f"\\par {tex(' '.join(c.extra))}" + (
        f"\\heading{{{tex(h['certifications'])}}}" + "\\par ".join(tex(n) for n in c.certifications))
    right = f"\\heading{{{tex(h['jobs'])}}}"
    for job in c.person["jobs"]:
        right += f"\\textbf{{{tex(job['title'])}}}\\\\{tex(job['employer'])}, {tex(job['place'])}\\\\{tex(c.dates(job))}" + items(job["bullets"])
    right += f"\\heading{{{tex(h['education'])}}}" + "\\par ".join(
        f"{tex(degree)}\\\\{tex(school)}, {tex(years)}" for degree, school, years in c.degrees())
    run(head(c) + tex(c.summary) + "\\par\\noindent\\begin{minipage}[t]{0.32\\textwidth}\\raggedright " + left
        + "\\end{minipage}\\hfill\\begin{minipage}[t]{0.62\\textwidth}\\raggedright " + right + "\\end{minipage}", path, "helvet}\\renewcommand{\\familydefault}{\\sfdefault")


def dates_left(c, path):
    """A column of dates at the left, as moderncv has it."""
    body = head(c, "\\LARGE") + f"\\heading{{{tex(c.headings['profile'])}}}{tex(c.summary)}\\heading{{{tex(c.headings['jobs'])}}}"
    for job in c.person["jobs"]:
        body += (f"\\begin{{tabular}}{{@{{}}p{{0.24\\textwidth}}p{{0.72\\textwidth}}@{{}}}}{tex(c.dates(job))} & "
                 f"\\textbf{{{tex(job['title'])}}}, {tex(job['employer'])}, {tex(job['place'])}\\newline {tex(' '.join(job['bullets']))}"
                 "\\end{tabular}\\par\\smallskip ")
    body += f"\\heading{{{tex(c.headings['education'])}}}"
    for degree, school, years in c.degrees():
        body += (f"\\begin{{tabular}}{{@{{}}p{{0.24\\textwidth}}p{{0.72\\textwidth}}@{{}}}}{tex(years)} & {tex(degree)}, "
                 f"{tex(school)}\\end{{tabular}}\\par ")
    body += (f"\\heading{{{tex(c.headings['certifications'])}}}" + "\\par ".join(tex(n) for n in c.certifications)
             + f"\\heading{{{tex(c.headings['skills'])}}}" + tex("; ".join(c.skills)) + "\\par " + tex(" ".join(c.extra)))
    run(body, path)


def justified(c, path):
    """Narrow justified text: words are broken at line ends, ff, fi and fl are one letter."""
    body = head(c, "\\LARGE") + "\\begin{multicols}{2}" + f"\\heading{{{tex(c.headings['profile'])}}}{tex(c.summary)}"
    body += f"\\heading{{{tex(c.headings['jobs'])}}}"
    for job in c.person["jobs"]:
        body += f"\\textbf{{{tex(job['title'])}}}\\\\{tex(job['employer'])}\\\\{tex(c.dates(job))}\\par {tex(' '.join(job['bullets']))}\\par\\smallskip "
    run(body + tail(c) + "\\end{multicols}", path, "lmodern")


def run(body, path, font="mathptmx"):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cv.tex")
        source.write_text(PREAMBLE.replace("FONT", font) + "\\begin{document}" + body + "\\end{document}", encoding="utf-8")
        done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name], cwd=folder,
                              env={**os.environ, "SOURCE_DATE_EPOCH": "0"}, capture_output=True)
        if done.returncode:
            raise RuntimeError(done.stdout.decode("latin-1")[-1500:])
        path.write_bytes(Path(folder, "cv.pdf").read_bytes())
