using System.Globalization;
using System.Text;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>Headings of resumes in German, French, Spanish, Dutch and Portuguese.</summary>
internal static class ForeignHeadings
{
    /// <summary>The headings by section, with accents and, as capitals are often written, without.</summary>
    public static IEnumerable<(Section Section, string Name)> All => Names
        .SelectMany(section => section.Headings.SelectMany(name => (string[])[name, WithoutAccents(name)]).Select(name => (section.Section, name))).Distinct();

    private static readonly (Section Section, string[] Headings)[] Names =
    [
        (Section.Title, ["lebenslauf", "curriculum", "currículum", "currículo", "curriculum vitæ", "hoja de vida", "tabellarischer lebenslauf"]),
        (Section.Experience,
            ["berufserfahrung", "berufserfahrungen", "beruflicher werdegang", "berufspraxis", "berufliche erfahrung", "praktische erfahrung", "praktika", "werdegang",
             "berufstätigkeit", "arbeitserfahrung", "berufliche laufbahn", "beruflicher hintergrund",
             "expérience", "expériences", "expérience professionnelle", "expériences professionnelles", "parcours professionnel", "emplois", "stages",
             "expériences de travail", "carrière",
             "experiencia", "experiencia profesional", "experiencia laboral", "historial laboral", "trayectoria profesional", "trayectoria laboral", "prácticas",
             "ervaring", "werkervaring", "relevante werkervaring", "loopbaan", "stages en werkervaring", "professionele ervaring", "arbeidsverleden", "arbeidservaring",
             "experiência", "experiência profissional", "experiências profissionais", "experiência de trabalho", "histórico profissional", "percurso profissional",
             "trajetória profissional", "estágios"]),
        (Section.Education,
            ["ausbildung", "bildung", "bildungsweg", "studium", "schulbildung", "akademischer werdegang", "aus- und weiterbildung", "ausbildung und studium",
             "formation", "formations", "études", "éducation", "diplômes", "parcours académique", "formation académique", "cursus",
             "educación", "formación", "formación académica", "estudios", "educación y formación", "titulación",
             "opleiding", "opleidingen", "onderwijs", "studie", "opleiding en cursussen",
             "educação", "formação", "formação académica", "formação acadêmica", "escolaridade", "habilitações", "habilitações académicas"]),
        (Section.Skills,
            ["kenntnisse", "fähigkeiten", "kompetenzen", "it-kenntnisse", "edv-kenntnisse", "fachkenntnisse", "technische kenntnisse", "programmierkenntnisse",
             "kenntnisse und fähigkeiten", "fähigkeiten und kenntnisse", "qualifikationen", "besondere kenntnisse", "technologien",
             "compétences", "compétences techniques", "compétences informatiques", "savoir-faire", "outils", "informatique",
             "habilidades", "competencias", "conocimientos", "aptitudes", "habilidades técnicas", "conocimientos técnicos", "competencias técnicas", "informática",
             "herramientas", "vaardigheden", "competenties", "technische vaardigheden", "kennis", "computervaardigheden", "kennis en vaardigheden",
             "competências", "competências técnicas", "habilidades e competências", "conhecimentos", "conhecimentos técnicos", "ferramentas", "aptidões"]),
        (Section.Certifications,
            ["zertifikate", "zertifizierungen", "weiterbildung", "weiterbildungen", "fortbildungen", "fortbildung", "certificats",
             "certificaciones", "certificados", "cursos y certificaciones", "certificaten", "certificeringen", "certificações", "cursos e certificações"]),
        (Section.Contact,
            ["persönliche daten", "persönliche angaben", "zur person", "kontakt", "kontaktdaten", "anschrift", "coordonnées", "état civil",
             "informations personnelles", "datos personales", "contacto", "información personal", "datos de contacto", "persoonlijke gegevens",
             "persoonsgegevens", "personalia", "contactgegevens", "dados pessoais", "informações pessoais", "contato", "contactos", "contatos"]),
        (Section.Other,
            ["sprachen", "sprachkenntnisse", "interessen", "hobbys", "projekte", "zusammenfassung", "kurzprofil", "über mich", "referenzen", "auszeichnungen",
             "ehrenamt", "ehrenamtliches engagement", "publikationen", "veröffentlichungen", "persönliches profil", "berufsziel", "profil",
             "langues", "centres d'intérêt", "loisirs", "projets", "profil professionnel", "à propos", "à propos de moi", "résumé professionnel", "références",
             "bénévolat", "objectif", "distinctions",
             "idiomas", "intereses", "aficiones", "proyectos", "perfil", "perfil profesional", "resumen", "resumen profesional", "sobre mí", "referencias",
             "voluntariado", "objetivo", "objetivo profesional", "logros", "publicaciones",
             "talen", "talenkennis", "interesses", "projecten", "profiel", "samenvatting", "over mij", "referenties", "vrijwilligerswerk", "hobby's",
             "nevenactiviteiten", "publicaties",
             "línguas", "projetos", "projectos", "resumo", "resumo profissional", "perfil profissional", "sobre mim", "referências", "interesses pessoais",
             "objetivos", "publicações", "prémios", "prêmios"]),
    ];

    private static string WithoutAccents(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
