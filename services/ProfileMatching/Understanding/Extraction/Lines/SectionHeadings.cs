using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>What the lines under a heading of a resume are.</summary>
internal enum Section
{
    Other,

    /// <summary>The title of the whole document: "Curriculum vitae".</summary>
    Title,
    Skills,
    Certifications,
    Contact,
    Education,

    /// <summary>Jobs held.</summary>
    Experience,
}

/// <summary>The headings by which resumes are divided, as they are commonly written.</summary>
internal static class SectionHeadings
{
    private const int Longest = 50;

    private static readonly FrozenDictionary<string, Section> Headings = Names(
        (
            Section.Certifications,
            [
                "certifications",
                "certification",
                "certificates",
                "licenses",
                "licences",
                "licenses and certifications",
                "licences and certifications",
                "licenses & certifications",
                "licences & certifications",
                "certifications and licenses",
                "certifications & licenses",
                "professional certifications",
                "certifications and training",
                "training and certifications",
            ]
        ),
        (
            Section.Skills,
            [
                "skills",
                "technical skills",
                "key skills",
                "core skills",
                "skill highlights",
                "skills summary",
                "top skills",
                "main skills",
                "hard skills",
                "professional skills",
                "skills & endorsements",
                "technical skills summary",
                "technologies",
                "tools",
                "tools and technologies",
                "tools & technologies",
                "technical proficiencies",
                "technical expertise",
                "computer skills",
                "it skills",
                "programming languages",
                "programming",
                "software",
                "tech stack",
                "technology stack",
                "core competencies",
                "areas of expertise",
                "skills & tools",
                "skills and tools",
                "additional skills",
                "summary of skills",
                "core strengths",
            ]
        ),
        (
            Section.Contact,
            [
                "contact",
                "contact information",
                "contact details",
                "contact info",
                "personal information",
                "personal details",
                "personal info",
                "personal data",
                "personal profile",
                "address",
            ]
        ),
        (
            Section.Education,
            [
                "education",
                "education and training",
                "education & training",
                "academic background",
                "academic qualifications",
                "educational background",
                "educational qualifications",
                "academic history",
                "academic record",
                "education history",
                "academics",
                "degrees",
                "education and qualifications",
            ]
        ),
        (Section.Title, ["curriculum vitae", "cv", "resume", "résumé"]),
        (
            Section.Experience,
            [
                "experience",
                "professional experience",
                "work experience",
                "work history",
                "employment",
                "employment history",
                "relevant experience",
                "career history",
                "professional history",
                "job history",
                "employment record",
                "internships",
                "internship experience",
                "industry experience",
                "positions held",
            ]
        ),
        (
            Section.Other,
            [
                "summary",
                "profile",
                "objective",
                "career objective",
                "volunteer experience",
                "highlights",
                "professional summary",
                "career overview",
                "executive profile",
                "executive summary",
                "qualifications",
                "accomplishments",
                "core qualifications",
                "languages",
                "interests",
                "projects",
                "publications",
                "references",
                "awards",
                "training",
                "volunteering",
                "additional information",
                "affiliations",
                "professional affiliations",
                "activities and honors",
                "core accomplishments",
                "career focus",
                "about me",
                "about",
                "professional overview",
                "overview",
                "career summary",
                "professional profile",
                "professional background",
                "career profile",
                "executive overview",
                "career highlights",
            ]
        )
    );

    /// <summary>Whether the line is a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line) => Of(line) is not null;

    /// <summary>What the line is the heading of; null for any other line.</summary>
    public static Section? Of(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
        {
            return null;
        }
        return Headings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line.Trim(" \t\r#*:-–_="), out var section)
            ? section
            : null;
    }

    private static FrozenDictionary<string, Section> Names(params (Section Section, string[] Names)[] sections)
    {
        var names = new Dictionary<string, Section>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (section, name) in sections.SelectMany(s => s.Names.Select(name => (s.Section, name))).Concat(ForeignHeadings.All)
        )
        {
            // A word that several languages share keeps its English meaning.
            names.TryAdd(name, section);
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
