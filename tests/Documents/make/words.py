"""Words of resumes in the languages of the corpus, and the forms in which dates are written."""

HEADINGS = {
    "en": {"profile": "Profile", "jobs": "Experience", "education": "Education", "skills": "Skills",
           "certifications": "Certifications", "contact": "Contact", "extra": "Additional information"},
    "de": {"profile": "Kurzprofil", "jobs": "Berufserfahrung", "education": "Ausbildung", "skills": "Kenntnisse",
           "certifications": "Zertifikate", "contact": "Kontakt", "extra": "Interessen"},
    "fr": {"profile": "Profil", "jobs": "Expérience professionnelle", "education": "Formation", "skills": "Compétences",
           "certifications": "Certificats", "contact": "Coordonnées", "extra": "Centres d'intérêt"},
    "es": {"profile": "Perfil", "jobs": "Experiencia laboral", "education": "Formación académica", "skills": "Competencias",
           "certifications": "Certificaciones", "contact": "Contacto", "extra": "Intereses"},
    "nl": {"profile": "Profiel", "jobs": "Werkervaring", "education": "Opleiding", "skills": "Vaardigheden",
           "certifications": "Certificaten", "contact": "Contact", "extra": "Interesses"},
    "pt": {"profile": "Perfil", "jobs": "Experiência profissional", "education": "Formação académica", "skills": "Competências",
           "certifications": "Certificações", "contact": "Contactos", "extra": "Interesses"},
}

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
}
SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept.", "Oct", "Nov", "Dec"]
NOW = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad", "nl": "heden", "pt": "presente"}
SINCE = {"en": "since", "de": "seit", "fr": "depuis", "es": "desde", "nl": "sinds", "pt": "desde"}
TO = {"en": "to", "de": "bis", "fr": "à", "es": "a", "nl": "tot", "pt": "a"}
EUROPASS = {
    "en": ("Dates", "Occupation or position held", "Name and address of employer", "Main activities and responsibilities",
           "Title of qualification awarded", "Name of organisation providing education"),
    "de": ("Zeitraum", "Beruf oder Funktion", "Name und Adresse des Arbeitgebers", "Wichtigste Tätigkeiten",
           "Bezeichnung der Qualifikation", "Name der Bildungseinrichtung"),
    "fr": ("Dates", "Fonction ou poste occupé", "Nom et adresse de l'employeur", "Principales activités",
           "Intitulé du diplôme", "Nom de l'établissement"),
    "es": ("Fechas", "Profesión o cargo desempeñado", "Nombre y dirección del empleador", "Actividades principales",
           "Título de la cualificación", "Nombre de la organización educativa"),
    "nl": ("Periode", "Beroep of functie", "Naam en adres van de werkgever", "Belangrijkste activiteiten",
           "Benaming van het diploma", "Naam van de instelling"),
    "pt": ("Datas", "Função ou cargo ocupado", "Nome e morada do empregador", "Principais atividades",
           "Designação da qualificação", "Nome da instituição"),
}
FROM_TO = {
    "en": ("From", "To", "Position", "Employer"), "de": ("Von", "Bis", "Position", "Arbeitgeber"),
    "fr": ("De", "À", "Poste", "Employeur"), "es": ("Desde", "Hasta", "Puesto", "Empresa"),
    "nl": ("Van", "Tot", "Functie", "Werkgever"), "pt": ("De", "Até", "Cargo", "Empresa"),
}

#: Forms of a month; the second value says whether the month is written.
FORMS = {
    "full": lambda y, m, language: f"{MONTHS[language][m - 1]} {y}",
    "short": lambda y, m, language: f"{SHORT[m - 1]} {y}" if language == "en" else f"{MONTHS[language][m - 1]} {y}",
    "slash": lambda y, m, language: f"{m:02}/{y}",
    "dot": lambda y, m, language: f"{m:02}.{y}",
    "iso": lambda y, m, language: f"{y}-{m:02}",
    "day": lambda y, m, language: f"01.{m:02}.{y}",
    "apostrophe": lambda y, m, language: f"{SHORT[m - 1]} '{y % 100:02}" if language == "en" else f"{m:02}/{y}",
    "year": lambda y, m, language: f"{y}",
}
DASHES = [" – ", " - ", " — ", " {to} ", "–", " → "]


def month(value):
    return tuple(int(part) for part in value.split("-"))


def period(job, language, form, dash, open_end):
    """A job's dates as its document writes them. open_end: 'now' or 'since'."""
    write = FORMS[form]
    start = write(*month(job["start"]), language)
    if job["end"] is None and open_end == "since":
        return f"{SINCE[language]} {start}"
    end = write(*month(job["end"]), language) if job["end"] else NOW[language]
    return start + DASHES[dash].format(to=TO[language]) + end


def years(start, end, dash="–"):
    return f"{start}{dash}{end}" if start else f"{end}"
