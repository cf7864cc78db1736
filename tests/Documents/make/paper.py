"""PDF drawn letter by letter with reportlab: rotated pages, set-apart letters, ligatures, boxes out of order, hidden text."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = A4
SERIF, BOLD = "Helvetica", "Helvetica-Bold"
#: Fonts embedded in the file, for signs that the built-in ones lack.
WIDE = {SERIF: "DejaVuSans", BOLD: "DejaVuSans-Bold"}
pdfmetrics.registerFont(TTFont(WIDE[SERIF], "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
pdfmetrics.registerFont(TTFont(WIDE[BOLD], "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"))
HIDDEN = ["COBOL", "Fortran", "Haskell"]


class Sheet:
    """A canvas with a pen that goes down column by column."""

    def __init__(self, path, rotated=False):
        # A rotation swaps the sides of the page.
        self.canvas = canvas.Canvas(str(path), pagesize=(HEIGHT, WIDTH) if rotated else A4, invariant=1)
        self.rotated, self.change = rotated, lambda words: words
        self.tracked = False
        self._turn()
        self.column(50, WIDTH - 100 if not rotated else HEIGHT - 100)

    def _turn(self):
        if self.rotated:
            self.canvas.setPageRotation(90)
            self.canvas.translate(WIDTH, 0)
            self.canvas.rotate(90)
        self.top = (WIDTH if self.rotated else HEIGHT) - 50

    def column(self, left, width, top=None):
        self.left, self.width, self.y = left, width, top or self.top

    def text(self, words, size=9, font=SERIF, indent=0, align="left"):
        words = self.change(words)
        try:
            words.encode("cp1252")
        except UnicodeEncodeError:
            font = WIDE[font]
        for line in simpleSplit(words, font, size, self.width - indent):
            if self.y < 40:
                self.canvas.showPage()
                self._turn()
                self.y = self.top
            self.canvas.setFont(font, size)
            if align == "right":
                self.canvas.drawRightString(self.left + self.width, self.y, line)
            elif align == "center":
                self.canvas.drawCentredString(self.left + self.width / 2, self.y, line)
            else:
                self.canvas.drawString(self.left + indent, self.y, line)
            self.y -= size * 1.35

    def heading(self, words):
        self.y -= 8
        if self.tracked:
            x = self.left
            self.canvas.setFont(BOLD, 11)
            for letter in words.upper():
                self.canvas.drawString(x, self.y, letter)
                x += pdfmetrics.stringWidth(letter, BOLD, 11) + 5
            self.y -= 16
        else:
            self.text(words, 11, BOLD)

    def both(self, left, right, font=BOLD):
        """Words at the left and others at the right margin of one line."""
        y = self.y
        self.text(left, font=font)
        below, self.y = self.y, y
        self.text(right, align="right")
        self.y = below

    def save(self):
        self.canvas.save()


def jobs(c, sheet, right=True):
    sheet.heading(c.headings["jobs"])
    for job in c.person["jobs"]:
        if right:
            sheet.both(job["title"], c.dates(job))
            sheet.text(f"{job['employer']}, {job['place']}")
        else:
            sheet.text(job["title"], font=BOLD)
            sheet.text(job["employer"])
            sheet.text(c.dates(job))
        for bullet in job["bullets"]:
            sheet.text("• " + bullet, indent=8)
        sheet.y -= 5


def rest(c, sheet):
    sheet.heading(c.headings["education"])
    for degree, school, years in c.degrees():
        sheet.text(f"{degree}, {school}, {years}")
    sheet.heading(c.headings["certifications"])
    for name in c.certifications:
        sheet.text(name)
    sheet.heading(c.headings["skills"])
    sheet.text(", ".join(c.skills))
    for line in c.extra:
        sheet.text(line)


def head(c, sheet, align="left"):
    sheet.text(c.name, 18, BOLD, align=align)
    sheet.text(c.person["headline"], 11, align=align)
    sheet.text(" · ".join(c.contact()), 8, align=align)
    sheet.heading(c.headings["profile"])
    sheet.text(c.summary)


def plain(c, path, **settings):
    sheet = Sheet(path, settings.get("rotated", False))
    sheet.tracked = settings.get("tracked", False)
    sheet.change = settings.get("change", sheet.change)
    head(c, sheet, settings.get("align", "left"))
    jobs(c, sheet)
    rest(c, sheet)
    if settings.get("hidden"):
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.text(" ".join(HIDDEN[:2]), 9)
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.text(HIDDEN[2], 0.2)
    sheet.save()


def letter_spaced(c, path):
    plain(c, path, tracked=True, align="center")


def rotated(c, path):
    plain(c, path, rotated=True)


def ligatures(c, path):
    def change(words):
        for plain_letters, one in (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
            words = words.replace(plain_letters, one)
        return words
    plain(c, path, change=change)


def hidden(c, path):
    plain(c, path, hidden=True)


def bar_right(c, path):
    sheet = Sheet(path)
    sheet.canvas.setFillColorRGB(0.9, 0.9, 0.95)
    sheet.canvas.rect(400, 0, WIDTH - 400, HEIGHT, stroke=0, fill=1)
    sheet.canvas.setFillColorRGB(0, 0, 0)
    sheet.column(50, 330)
    sheet.text(c.name, 18, BOLD)
    sheet.text(c.person["headline"], 11)
    sheet.heading(c.headings["profile"])
    sheet.text(c.summary)
    jobs(c, sheet, right=False)
    sheet.heading(c.headings["education"])
    for degree, school, years in c.degrees():
        sheet.text(degree)
        sheet.text(f"{school}, {years}")
    sheet.column(415, WIDTH - 440)
    sheet.heading(c.headings["contact"])
    for line in c.contact():
        sheet.text(line, 8)
    sheet.heading(c.headings["skills"])
    for skill in c.skills:
        sheet.text(skill)
    for line in c.extra:
        sheet.text(line)
    sheet.heading(c.headings["certifications"])
    for name in c.certifications:
        sheet.text(name)
    sheet.save()


def boxes(c, path):
    """Boxes drawn in the order in which somebody made them, not in which they are read."""
    sheet = Sheet(path)
    sheet.column(50, 480, 330)
    rest(c, sheet)
    sheet.column(50, 480, 690)
    jobs(c, sheet)
    sheet.column(50, 480)
    head(c, sheet)
    sheet.save()
