using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Names;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction;

/// <summary>A document read against a catalog version.</summary>
/// <param name="Profile">What it says, in its own words, with what was stated beside it.</param>
/// <param name="Skills">The skills it names, with where.</param>
/// <param name="Jobs">The jobs it lists, with where.</param>
/// <param name="Text">The text that they stand in, without what tells who the person is.</param>
/// <param name="Unread">Dates and the language that could not be used.</param>
internal sealed record ReadDocument(
    Profile Profile,
    IReadOnlyList<ReadSkill> Skills,
    IReadOnlyList<ReadJob> Jobs,
    string Text,
    IReadOnlyList<UnreadText> Unread
)
{
    /// <summary>How the document was read.</summary>
    public required ReadingNotes Reading { get; init; }
}

/// <summary>Reads documents into profiles.</summary>
public static class DocumentReader
{
    private const int MostTerms = 5_000;
    private const int MostSkills = 500;
    private const int LongestEvidence = 300;
    private const int EvidenceTokens = 8;

    /// <summary>
    /// The profile that a document describes; what is stated beside it wins. Keeps a bag of terms, not the text.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="snapshot">The catalog version that knows its words.</param>
    /// <param name="today">Up to when what goes on counts; null: its years are not told.</param>
    public static Profile Read(Document document, CatalogSnapshot snapshot, DateOnly? today = null) =>
        ReadWithSpans(document, snapshot, today).Profile;

    /// <summary>The document read in this process, whatever its format.</summary>
    /// <param name="document">The document.</param>
    /// <param name="snapshot">The catalog version that knows its words.</param>
    /// <param name="today">Up to when what goes on counts; null: its years are not told.</param>
    /// <param name="path">Where in the request it stands, for what is refused.</param>
    /// <param name="cancellationToken">Ends the reading of a long text that nobody waits for any more.</param>
    internal static ReadDocument ReadWithSpans(
        Document document,
        CatalogSnapshot snapshot,
        DateOnly? today = null,
        string path = "document",
        CancellationToken cancellationToken = default
    ) =>
        ReadContent(DocumentContent.Read(document, path, cancellationToken), document.Stated, snapshot, today, cancellationToken);

    /// <summary>The text of a document read against a catalog version.</summary>
    /// <param name="content">The text, with whatever tells who the person is.</param>
    /// <param name="stated">What was stated beside the document; null: nothing.</param>
    /// <param name="snapshot">The catalog version that knows its words.</param>
    /// <param name="today">End date for ongoing jobs; null: their years are not told.</param>
    /// <param name="cancellationToken">Ends the reading of a long text that nobody waits for any more.</param>
    internal static ReadDocument ReadContent(
        ReadContent content,
        Profile? stated,
        CatalogSnapshot snapshot,
        DateOnly? today,
        CancellationToken cancellationToken
    )
    {
        var anonymous = DocumentText.Anonymize(Asides.Blank(BrokenWords.Mend(content.Text)), snapshot, cancellationToken);
        var (text, tokens) = (anonymous.Text, anonymous.Tokens);
        var sectioned = new SectionedText(text, tokens, new Sections(text));
        var language = DocumentLanguage.FromTokens(tokens);
        var conventions = DateConventions.FromText(text, isEnglish: language == DocumentLanguage.English);
        var lines = JobLines.Read(sectioned, conventions, cancellationToken);
        var jobs = JobReader.Read(sectioned, lines, snapshot, cancellationToken);
        var skills = SkillReader.Read(sectioned, snapshot, jobs, today, cancellationToken);
        var terms = TermReader.Read(text, tokens, lines, cancellationToken);
        var profile = stated?.Clone() ?? new Profile();
        // The text has them in its order, the profile the latest first.
        List<ReadJob> held = [.. jobs.OrderByDescending(j => j.Recency)];
        profile.Jobs.Add(held.Select(j => j.Job));
        if (profile.Education.Count == 0)
        {
            profile.Education.Add(FactReader.Education(text));
        }
        if (profile.Certifications.Count == 0)
        {
            profile.Certifications.Add(CertificationReader.Read(text, tokens, snapshot, cancellationToken));
        }
        // Years by dates are not written down: a job still held goes on.
        if (
            !profile.HasYearsExperience
            && ExperienceClaims.Read(text, tokens, snapshot.TitlePhrases, cancellationToken) is { } years
        )
        {
            profile.YearsExperience = years;
        }
        else if (!profile.HasYearsExperience && jobs.Exists(j => j.IsSpoken) && SpokenYears.Find(text) is { } spoken)
        {
            profile.YearsExperience = spoken;
        }
        AddSkills(profile, skills, text, tokens, snapshot);
        // A passage repeats nothing that was stated or put right in words that the catalog does not know.
        var said = profile.Skills.Select(s => s.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var passages = Passages
            .Read(text, tokens, jobs, lines, snapshot)
            .Where(p => !Passages.AddsNothing(p, said))
            .Take(Math.Max(0, MostSkills - profile.Skills.Count));
        profile.Skills.Add(passages.Select(passage => new ProfileSkill { Text = passage, Source = SkillSource.Extracted }));
        profile.Terms.Add(
            terms
                .OrderByDescending(t => t.Value)
                .ThenBy(t => t.Key, StringComparer.Ordinal)
                .Take(MostTerms)
                .Where(t => t.Key.Length <= 100)
                .Select(t => new TermCount { Term = t.Key, Count = t.Value })
        );
        List<UnreadText> unread =
        [
            .. content.Unread.Select(ToUnread),
            .. new UnreadDates(text, lines, jobs, conventions, language.IsRead).Find(cancellationToken),
        ];
        if (!language.IsRead)
        {
            unread.Add(new UnreadText { Text = language.Name, Reason = UnreadReason.Language });
        }
        return new ReadDocument(profile, skills, held, text, unread) { Reading = ToNotes(content, anonymous) };
    }

    private static UnreadText ToUnread(string part) =>
        new() { Text = part, Reason = part == Documents.ReadContent.HiddenText ? UnreadReason.Hidden : UnreadReason.Value };

    private static ReadingNotes ToNotes(ReadContent content, AnonymousText text) =>
        new()
        {
            Format = content.Format,
            Charset = content.Charset,
            Unread = { content.Unread },
            NameBlanked = text.IsNameBlanked,
            ContactBlanked = text.IsContactBlanked,
        };

    /// <summary>Adds what was read behind what was stated; a skill that was stated, or put right, is not read over it.</summary>
    private static void AddSkills(
        Profile profile,
        List<ReadSkill> skills,
        string text,
        IReadOnlyList<Token> tokens,
        CatalogSnapshot snapshot
    )
    {
        var stated = profile.Skills.Select(s => snapshot.SkillLexicon.Resolve(s.Text).Skill).ToHashSet(StringComparer.Ordinal);
        foreach (var skill in skills)
        {
            if (profile.Skills.Count >= MostSkills)
            {
                return;
            }
            if (stated.Contains(skill.Skill.Name))
            {
                continue;
            }
            var added = new ProfileSkill
            {
                Text = text[skill.Start..skill.End],
                Source = SkillSource.Extracted,
                Evidence = Around(text, tokens, skill.Start, skill.End),
                LastUsedYear = skill.Times.LastUsedYear,
                Proficiency = skill.Times.Proficiency,
            };
            if (skill.Times.Years is { } years)
            {
                added.Years = years;
            }
            profile.Skills.Add(added);
        }
    }

    /// <summary>
    /// The words around a skill, a few to each side. By words, not by letters: blanks of any length change nothing.
    /// </summary>
    private static string Around(string text, IReadOnlyList<Token> tokens, int start, int end)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var first = tokens[Math.Max(0, low - EvidenceTokens)].Start;
        var last = tokens[Math.Min(tokens.Count - 1, low + EvidenceTokens)].End;
        var words = string.Join(
            ' ',
            text[first..Math.Max(last, end)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return words.Length <= LongestEvidence ? words : words[..LongestEvidence];
    }
}
