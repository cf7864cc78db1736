using System.Collections.Frozen;

namespace CareerRecs.Matching.Extraction;

/// <summary>The headings by which resumes are divided, as they are commonly written.</summary>
internal static class SectionHeadings
{
    private static readonly FrozenSet<string> Certifications = Set(
        "certifications", "certification", "certificates", "licenses", "licences", "licenses and certifications", "licences and certifications",
        "licenses & certifications", "licences & certifications", "certifications and licenses", "certifications & licenses",
        "professional certifications", "certifications and training", "training and certifications");

    private static readonly FrozenSet<string> Others = Set(
        "summary", "profile", "objective", "career objective", "experience", "professional experience", "work experience", "work history", "employment",
        "education", "skills", "highlights", "professional summary", "career overview", "executive profile", "executive summary", "qualifications",
        "accomplishments", "core qualifications", "areas of expertise", "technical skills", "curriculum vitae", "resume", "contact", "languages",
        "interests", "projects", "publications", "references", "awards", "training", "volunteering", "additional information", "affiliations");

    /// <summary>Whether the line is a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line) => IsCertifications(line) || Others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Plain(line));

    /// <summary>Whether the line is the heading over certifications.</summary>
    public static bool IsCertifications(ReadOnlySpan<char> line) => Certifications.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Plain(line));

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> line) => line.Trim(" \t\r#*:");

    private static FrozenSet<string> Set(params string[] headings) => headings.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
