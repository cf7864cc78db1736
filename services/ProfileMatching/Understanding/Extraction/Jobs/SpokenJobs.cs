using System.Text.RegularExpressions;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// Reads the jobs that somebody tells of in a few sentences: "I've been a forklift driver for six years", "10 years as a
/// hairdresser, then retrained as a bookkeeper". A whole resume lists its jobs.
/// </summary>
internal static partial class SpokenJobs
{
    /// <summary>Recency of a job of which nothing tells when.</summary>
    public const int Untold = 1;

    private const int MostJobs = 6;
    private const int Past = 0;
    private const int Present = 2;

    /// <summary>The jobs in the order of the text; empty for a text that is no short one.</summary>
    public static List<ReadJob> Find(string text, IReadOnlyList<Token> tokens, SpokenTitles titles)
    {
        var jobs = new List<ReadJob>();
        if (tokens.Count > OpeningTitle.MostWords)
        {
            return jobs;
        }

        foreach (Match cue in Cue().Matches(text))
        {
            var start = cue.Index + cue.Length;
            if (
                jobs.Count < MostJobs
                && !(jobs.Count > 0 && start < jobs[^1].End)
                && titles.FindAt(start, isCued: true) is { } title
            )
            {
                jobs.Add(Read(text, cue, title));
            }
        }

        return jobs;
    }

    private static ReadJob Read(string text, Match cue, (int Start, int End) title)
    {
        var sentence = text.AsSpan(0, cue.Index).LastIndexOfAny(".!?;\n") + 1;
        var clause = Math.Max(sentence, text.AsSpan(0, cue.Index).LastIndexOf(',') + 1);
        var before = text[clause..title.Start];
        var behind = text.AsSpan(title.End).IndexOfAny(".!?;\n");
        var rest = text.Substring(title.End, behind < 0 ? text.Length - title.End : behind);
        var tense =
            WordsOfPast().IsMatch(before) ? Past
            : WordsOfPresent().IsMatch(before) ? Present
            : Untold;
        var job = new HeldJob { Title = text[title.Start..title.End] };
        if (tense != Past && Since().Match(rest) is { Success: true } since && !Cue().IsMatch(rest[..since.Index]))
        {
            job.Start = new Google.Type.Date
            {
                Year = int.Parse(since.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture),
            };
            (job.Current, tense) = (true, Present);
        }

        return new ReadJob(job, title.Start, title.End, title.Start, title.End, LinesEnd: 0) { Recency = tense, IsSpoken = true };
    }

    /// <summary>Words behind which somebody names their job.</summary>
    [GeneratedRegex(
        """
            \b(
                ( i['’]?m | (?<=\bi\s)am | (?<=\b(i|it)\s)was | (?<=(^|[.,;!?\n]\s?|\b(now|then)\s))(am|was)
                    | (?<!\b(what|how|it|that|there|has|have)\s)been | became )
                | (?<!\b(such|same|well|far|soon|long|known|much)\s)as
                | (years?|yrs?)(?=\s+(?!as\b)(an?\s+)?\p{L})
                | used\s+to\s+be | (previously|formerly|currently|now|then|also)(?=\s+an?\s)
              )
              \s+ ( (now|currently|still|once|mostly|just|also|really)\s+ )*
              ( (an?|the|self[- ]employed|freelance|qualified|experienced|full[- ]time|part[- ]time|retired|fully)\s+ )*
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cue();

    [GeneratedRegex(
        @"\b(was|were|used\s+to|previously|formerly|before|did|spent|worked|ex|once|first|originally)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WordsOfPast();

    [GeneratedRegex(
        @"\b(am|i['’]?m|now|currently|work|working|been|then|retrained|became|since|job)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WordsOfPresent();

    [GeneratedRegex(
        @"\bsince\s+(\p{L}+\s+)?(?<year>(19|20)[0-9]{2})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Since();
}
