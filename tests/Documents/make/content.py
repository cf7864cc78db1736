"""A person's data as one document states it, and the truth that stands beside the document."""

import words

TODAY = (2026, 11)


class Content:
    """What a document says. Makers lay it out and add nothing."""

    def __init__(self, person, number):
        language = person["language"]
        self.person, self.language, self.number = person, language, number
        forms = ["full", "short", "slash", "iso", "full", "dot", "apostrophe", "year", "day"]
        self.form = forms[number % len(forms)]
        self.dash = number % len(words.DASHES)
        self.open_end = "since" if number % 11 == 5 else "now"
        self.headings = words.HEADINGS[language]
        self.first, self.last = person["first"], person["last"]
        self.name = f"{self.first} {self.last}"
        self.mail = f"{self.last.lower()}.{self.first[0].lower()}@example.org".replace("í", "i")
        self.summary = person["summary"]
        self.skills = list(person["skills"])
        self.extra = person["denials"] + person["wishes"]
        self.certifications = list(person["certifications"])

    def dates(self, job):
        return words.period(job, self.language, self.form, self.dash, self.open_end)

    def start(self, job):
        return words.FORMS[self.form](*words.month(job["start"]), self.language)

    def end(self, job):
        return words.FORMS[self.form](*words.month(job["end"]), self.language) if job["end"] else words.NOW[self.language]

    def degrees(self):
        """(degree, school, years) of each."""
        return [(e["degree"], e["school"], words.years(e["start"], e["end"])) for e in self.person["education"]]

    def contact(self):
        person = self.person
        return [person["street"], person["city"], person["phone"], self.mail]

    def truth(self, maker, layout, hidden=()):
        return {
            "maker": maker, "layout": layout, "language": self.language, "name": [self.first, self.last],
            "headline": self.person["headline"],
            "jobs": [self._job(job) for job in self.person["jobs"]],
            "education": [{"level": e["level"], "field": e["field"]} for e in self.person["education"]],
            "certifications": self.certifications,
            "skills": sorted({*self.skills, *(s for job in self.person["jobs"] for s in job["skills"])}),
            "notSkills": sorted({*self.person["denied"], *hidden}),
            "years": self._years(),
        }

    def _job(self, job):
        has_months = self.form != "year"

        def date(value):
            year, month = words.month(value)
            return {"year": year, "month": month if has_months else 0}

        return {"title": job["title"], "level": job["level"], "employer": job["employer"], "start": date(job["start"]),
                "end": date(job["end"]) if job["end"] else None}

    def _years(self):
        """Least and most years that the document allows: as claimed, otherwise from the first start to today."""
        if self.person["claim"]:
            return [self.person["claim"]] * 2
        year, month = min(words.month(job["start"]) for job in self.person["jobs"])
        first, last = (month, month) if self.form != "year" else (1, 12)
        return [round(TODAY[0] - year + (TODAY[1] - m) / 12, 1) for m in (last, first)]
