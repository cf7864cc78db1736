using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction;

/// <summary>
/// Clauses of a short text that name no skill or title: what a person says of themselves in two lines. A whole resume says the
/// same in its skills, jobs and words, and is not cut up.
/// </summary>
internal static partial class Passages
{
    /// <summary>Words up to which a text is short.</summary>
    private const int MostWords = 120;

    private const int MostPassages = 20;
    private const int LongestPassage = 200;
    private const int LeastLetters = 3;

    /// <summary>A longer line with a date is a sentence that may speak of work.</summary>
    private const int MostWordsOfFact = 12;

    private static readonly FrozenSet<string> Filler =
    [
        .. "a an the of in with and or some any bit little basic good very every day daily mostly also plus i my use using".Split(
            ' '
        ),
    ];

    /// <summary>Whether a passage repeats what was read and no more: "a bit of Python" beside Python.</summary>
    public static bool AddsNothing(string passage, IReadOnlySet<string> said)
    {
        if (said.Contains(passage))
        {
            return true;
        }

        var words = TextAnalysis.Tokenize(passage).Select(t => t.Text).Where(word => !Filler.Contains(word)).ToList();
        return words.Count > 0 && said.Contains(string.Join(' ', words));
    }

    /// <summary>The clauses, in the order of the text.</summary>
    /// <param name="text">The text without what identifies the person.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="jobs">Jobs that it lists; their heads are read as such.</param>
    /// <param name="lines">Its lines with what each says of dates and degrees.</param>
    /// <param name="snapshot">The catalog version that knows skills.</param>
    public static IEnumerable<string> Read(
        string text,
        IReadOnlyList<Token> tokens,
        IReadOnlyList<ReadJob> jobs,
        IReadOnlyList<JobLine> lines,
        CatalogSnapshot snapshot
    )
    {
        if (tokens.Count > MostWords)
        {
            return [];
        }

        var denied = Denials.Find(text, tokens);
        var dates = DateSpans.Find(text);
        return Clause()
            .Matches(text)
            .Where(clause =>
                !jobs.Any(job => IsInHead(clause, job)) && !lines.Any(line => IsOfFacts(clause, line)) && !IsDenied(clause)
            )
            .Where(clause => !dates.Fill(clause.Index, clause.Length))
            .Select(clause => clause.Value.Trim(' ', '\t', '-', '•', '*', '·'))
            .Where(clause => clause.Length <= LongestPassage && clause.Count(char.IsLetter) >= LeastLetters)
            .Where(clause => !SectionHeadings.IsHeading(clause) && snapshot.SkillLexicon.Resolve(clause).Skill.Length == 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostPassages);

        // "Data Analyst, May 2019 – June 2021": facts that are read as such, and no words for a skill.
        // Employer and place stand on the lines around the title, and say nothing of the work.
        bool IsInHead(Match clause, ReadJob job) =>
            (
                clause.Index + clause.Length > (job.IsSpoken ? job.Start : text.LastIndexOf('\n', job.Start) + 1)
                && clause.Index < Math.Min(job.HeadEnd, text.IndexOf('\n', job.End) is >= 0 and var end ? end : text.Length)
            ) || (clause.Index >= job.LinesStart && clause.Index < job.HeadEnd && Name().IsMatch(clause.Value));

        // "Penhallow Systems June 2022", "Master of Science in Statistics 2013 - 2015".
        static bool IsOfFacts(Match clause, JobLine line) =>
            line is { Length: <= MostWordsOfFact } and ({ Degree: not null } or { Periods.Count: > 0 })
            && clause.Index < line.End
            && clause.Index + clause.Length > line.Start;

        bool IsDenied(Match clause) =>
            tokens
                .Select((token, i) => (token, i))
                .Any(t => denied[t.i] && t.token.Start >= clause.Index && t.token.End <= clause.Index + clause.Length);
    }

    /// <summary>Words up to a line end, or to punctuation with a blank behind it.</summary>
    [GeneratedRegex(
        @"(?: [^\r\n.;:!?,•–—] | [.;:!?,](?=\S) )+",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Clause();

    /// <summary>Words with capitals and nothing else: an employer, a place.</summary>
    [GeneratedRegex(@"^\s*(\p{Lu}[\p{L}&.'’-]*\s*)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
