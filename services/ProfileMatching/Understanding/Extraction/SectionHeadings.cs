using System.Collections.Frozen;

namespace CareerRecs.Matching.Understanding.Extraction;

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
}

/// <summary>The headings by which resumes are divided, as they are commonly written.</summary>
internal static class SectionHeadings
{
    private const int Longest = 50;

    private static readonly FrozenDictionary<string, Section> Headings = Names(
        (Section.Certifications,
            ["certifications", "certification", "certificates", "licenses", "licences", "licenses and certifications", "licences and certifications",
             "licenses & certifications", "licences & certifications", "certifications and licenses", "certifications & licenses",
             "professional certifications", "certifications and training", "training and certifications"]),
        (Section.Skills,
            ["skills", "technical skills", "key skills", "core skills", "skill highlights", "skills summary", "technical skills summary", "technologies",
             "tools", "tools and technologies", "tools & technologies", "technical proficiencies", "technical expertise", "computer skills", "it skills",
             "programming languages", "programming", "software", "tech stack", "technology stack", "core competencies", "areas of expertise", "skills & tools", "skills and tools", "additional skills", "summary of skills", "core strengths"]),
        (Section.Contact,
            ["contact", "contact information", "contact details", "contact info", "personal information", "personal details", "personal info", "personal data",
             "personal profile", "address"]),
        (Section.Education, ["education", "education and training", "education & training", "academic background"]),
        (Section.Title, ["curriculum vitae", "cv", "resume", "résumé"]),
        (Section.Other,
            ["summary", "profile", "objective", "career objective", "experience", "professional experience", "work experience", "work history", "employment",
             "employment history", "relevant experience", "volunteer experience", "highlights", "professional summary", "career overview", "executive profile", "executive summary", "qualifications",
             "accomplishments", "core qualifications", "languages", "interests", "projects", "publications", "references", "awards",
             "training", "volunteering", "additional information", "affiliations", "professional affiliations", "activities and honors", "core accomplishments", "career focus", "about me", "about", "professional overview", "overview",
             "career summary", "professional profile", "professional background", "career profile", "executive overview", "career highlights"]));

    /// <summary>Whether the line is a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line) => Of(line) is not null;

    /// <summary>What the line is the heading of; null for any other line.</summary>
    public static Section? Of(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest) return null;
        return Headings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line.Trim(" \t\r#*:-–_="), out var section) ? section : null;
    }

    private static FrozenDictionary<string, Section> Names(params (Section Section, string[] Names)[] sections) => sections
        .SelectMany(s => s.Names.Select(name => (name, s.Section)))
        .ToFrozenDictionary(s => s.name, s => s.Section, StringComparer.OrdinalIgnoreCase);
}
