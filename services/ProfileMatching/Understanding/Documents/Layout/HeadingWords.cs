using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Headings of a resume by their words, for pages on which nothing else tells them from other lines.</summary>
internal static class HeadingWords
{
    private const int MostWords = 4;

    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        [
            "experience",
            "employment",
            "history",
            "education",
            "skills",
            "competencies",
            "expertise",
            "summary",
            "profile",
            "objective",
            "contact",
            "projects",
            "languages",
            "certifications",
            "certificates",
            "courses",
            "training",
            "publications",
            "awards",
            "interests",
            "hobbies",
            "references",
            "volunteering",
            "achievements",
            "qualifications",
            "tools",
            "technologies",
            "strengths",
            "details",
            "information",
            "career",
            "about",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
        [
            "work",
            "professional",
            "technical",
            "key",
            "core",
            "personal",
            "relevant",
            "additional",
            "selected",
            "other",
            "my",
            "and",
            "of",
            "&",
            "academic",
            "soft",
            "hard",
            "computer",
            "it",
            "me",
            "volunteer",
            "job",
            "language",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup = Nouns.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherLookup = Others.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether the line is a heading: a few words of headings, the first with a capital, and no others.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
    {
        line = line.Trim(" :");
        var (words, nouns) = (0, 0);
        foreach (var range in line.Split(' '))
        {
            if (NounLookup.Contains(line[range]))
            {
                nouns++;
            }
            else if (!OtherLookup.Contains(line[range]))
            {
                return false;
            }

            words++;
        }

        return nouns > 0 && words <= MostWords && char.IsUpper(line[0]);
    }
}
