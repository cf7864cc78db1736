"""Makes the 120 documents and the truth beside each: python3 tests/Documents/make [truth] [NUMBER...]; "truth" writes the truth
alone. Needs reportlab, LaTeX, groff, Chromium, LibreOffice and the DejaVu and Liberation fonts."""

import json
import sys
from pathlib import Path

import latex
import paper
import plain
import web
import word
from content import Content

FOLDER = Path(__file__).resolve().parent.parent
PER_PERSON = 6

#: (maker, layout, ending, function, words that are hidden in it)
RECIPES = [
    ("latex", "dates-at-margin", "pdf", latex.margin, ()),
    ("openxml", "word-online", "docx", word.online, ()),
    ("chromium", "side-bar", "pdf", web.chromium(web.sidebar_page), ()),
    ("text", "encodings", "txt", plain.encoded, ()),
    ("reportlab", "letter-spaced", "pdf", paper.letter_spaced, ()),
    ("json", "schema", "json", plain.json_resume, ()),
    ("latex", "two-columns", "pdf", latex.columns, ()),
    ("openxml", "tabs-and-header", "docx", word.tabs, ()),
    ("chromium", "europass", "pdf", web.chromium(web.europass_page), ()),
    ("markdown", "headings", "md", plain.markdown, ()),
    ("reportlab", "rotated", "pdf", paper.rotated, ()),
    ("groff", "ms", "pdf", plain.groff, ()),
    ("latex", "dates-left", "pdf", latex.dates_left, ()),
    ("openxml", "side-by-side", "docx", word.table, ()),
    ("chromium", "from-to", "pdf", web.chromium(web.from_to_page), ()),
    ("html", "hidden-text", "html", web.html(web.hidden_page), web.HIDDEN),
    ("reportlab", "ligatures", "pdf", paper.ligatures, ()),
    ("libreoffice", "simple", "docx", web.office(web.simple_page, "docx"), ()),
    ("latex", "justified", "pdf", latex.justified, ()),
    ("openxml", "table-rows", "docx", word.rows, ()),
    ("chromium", "network-export", "pdf", web.chromium(web.linkedin_page), ()),
    ("text", "columns", "txt", plain.ascii_table, ()),
    ("reportlab", "hidden-text", "pdf", paper.hidden, paper.HIDDEN),
    ("json", "variant", "json", plain.json_variant, ()),
    ("libreoffice", "simple", "pdf", web.office(web.simple_page, "pdf"), ()),
    ("openxml", "moved-and-boxes", "docx", word.moved, ("Haskell",)),
    ("chromium", "two-columns", "pdf", web.chromium(web.two_columns_page), ()),
    ("html", "sections", "html", web.html(web.sidebar_page), ()),
    ("reportlab", "boxes", "pdf", paper.boxes, ()),
    ("groff", "terminal", "txt", plain.groff_text, ()),
    ("reportlab", "side-bar-right", "pdf", paper.bar_right, ()),
    ("html", "soft-hyphens", "html", web.html(web.soft_hyphens_page), ()),
]


def main(chosen, truth_alone):
    people = json.loads((FOLDER / "people.json").read_text(encoding="utf-8"))
    for position, person in enumerate(people):
        for k in range(PER_PERSON):
            number = position * PER_PERSON + k
            if chosen and number + 1 not in chosen:
                continue
            maker, layout, ending, make, hidden = RECIPES[(number + 5 * (position // 5)) % len(RECIPES)]
            content = Content(person, number)
            if layout == "schema":
                content.form = "iso" if content.form != "year" else "year"
            truth = content.truth(maker, layout, hidden)
            folder = FOLDER / "corpus" / person["id"]
            folder.mkdir(parents=True, exist_ok=True)
            name = f"{number + 1:03}-{maker}-{layout}"
            (folder / f"{name}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            if not truth_alone:
                make(content, folder / f"{name}.{ending}")
            print(name)


main({int(argument) for argument in sys.argv[1:] if argument.isdigit()}, "truth" in sys.argv)
