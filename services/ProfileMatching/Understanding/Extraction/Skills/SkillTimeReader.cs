using System.Buffers;
using System.Collections.Frozen;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Reads "Python (5 years)", "5 years of Python and SQL", "SQL since 2018", "Perl (2009 - 2014)", "Java (advanced)".
/// </summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Its words.</param>
/// <param name="isSkill">For each word whether it belongs to a skill: the same years may be said of a whole list.</param>
/// <param name="sections">Its sections: the dates of a degree are no years of its subject.</param>
/// <param name="today">End of what goes on; null: unknown.</param>
internal sealed class SkillTimeReader(
    string text,
    IReadOnlyList<Token> tokens,
    bool[] isSkill,
    Sections sections,
    DateOnly? today
)
{
    private const int ReachBehind = 60;
    private const int ReachBefore = 40;
    private const int TokensBefore = 14;
    private const int MostYears = 50;
    private const int MostRows = 30;

    private static readonly SearchValues<char> Ending = SearchValues.Create(".;:\n()");

    private static readonly FrozenSet<string> Between = Set(
        "of experience in with using on hands professional commercial practical solid working s and or both programming"
    );

    private static readonly FrozenSet<string> About = Set(
        "over about approx approximately more than around nearly almost for . ~ >"
    );
    private static readonly FrozenSet<string> Other = Set("of in with");

    /// <summary>What the text says beside a skill.</summary>
    public SkillTimes Read(SkillMention mention)
    {
        var end = tokens[mention.FirstToken + mention.TokenCount - 1].End;
        var line = text.IndexOf('\n', end, Math.Min(ReachBehind, text.Length - end));
        var pieces = DateLexer.Split(text, end, line >= 0 ? line : Math.Min(text.Length, end + ReachBehind));
        return Cells(pieces, end)
            ?? Behind(pieces, end)
            ?? new SkillTimes(YearsBefore(mention.FirstToken), 0, Proficiency.Unspecified);
    }

    /// <summary>"Python | 6 | 2024" in a table whose head has a column of years.</summary>
    private SkillTimes? Cells(List<DateLexeme> pieces, int skill)
    {
        if (
            pieces.Count is 0 or > 2
            || pieces[0].Before != Gap.Tab
            || pieces[0].Kind != LexemeKind.Number
            || pieces[0].Length > 2
            || !HasColumnOfYears(skill)
        )
        {
            return null;
        }

        var last = pieces.Count == 2 ? new PointReader(pieces, DateConventions.None).Read(1)?.First.Year ?? 0 : 0;
        return new SkillTimes(Limited(pieces[0].Value), last, Proficiency.Unspecified);
    }

    private bool HasColumnOfYears(int place)
    {
        for (var (end, rows) = (text.LastIndexOf('\n', place), 0); end > 0 && rows < MostRows; rows++)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var row = text.AsSpan(start, end - start);
            if (row.IndexOf('\t') < 0 || row.Length > JobLines.LongestLine)
            {
                return false;
            }

            foreach (var cell in row.Split('\t'))
            {
                if (DurationReader.IsUnit(row[cell].Trim().ToString()))
                {
                    return true;
                }
            }

            end = start - 1;
        }

        return false;
    }

    private SkillTimes? Behind(List<DateLexeme> pieces, int skill)
    {
        var at = Version(pieces);
        var mark = at;
        if (at < pieces.Count && pieces[at].Key is "(" or "[" or ":" or "," or "-")
        {
            at++;
        }

        if (LastUsed(pieces, at) is { } lastUsed)
        {
            return new SkillTimes(null, lastUsed, Proficiency.Unspecified);
        }

        if (at > mark && pieces[mark].Key is "(" or "[" or "-" && Level(pieces, at) is { } level)
        {
            return new SkillTimes(null, 0, level);
        }

        while (at < pieces.Count && About.Contains(pieces[at].Key))
        {
            at++;
        }

        if (at >= pieces.Count)
        {
            return null;
        }

        if (DurationReader.Read(pieces, at) is { } duration && !IsOfOther(pieces, duration.Next))
        {
            return new SkillTimes(Limited(duration.Years), 0, Proficiency.Unspecified);
        }

        var period =
            PeriodReader.FindFirst(text, pieces[at].Start, pieces[^1].End) is { } first && first.Start == pieces[at].Start
                ? first
                : default;
        if (period is not { IsUsable: true, From: not null } || IsEducation(skill))
        {
            return null;
        }

        return new SkillTimes(
            Limited(period.Years(today)),
            period.IsOngoing ? today?.Year ?? 0 : period.To?.Year ?? 0,
            Proficiency.Unspecified
        );
    }

    /// <summary>Index behind the version number of "Python 3.11 (5 years)".</summary>
    private static int Version(List<DateLexeme> pieces)
    {
        if (
            pieces.Count == 0
            || pieces[0].Kind != LexemeKind.Number
            || pieces[0].Length > 3
            || DurationReader.Read(pieces, 0) is not null
        )
        {
            return 0;
        }

        var at = 1;
        while (
            at + 1 < pieces.Count
            && pieces[at].IsMark('.')
            && pieces[at].Before == Gap.None
            && pieces[at + 1].Kind == LexemeKind.Number
        )
        {
            at += 2;
        }

        return at;
    }

    private static int? LastUsed(List<DateLexeme> pieces, int at)
    {
        if (at + 2 >= pieces.Count || pieces[at].Key != "last" || pieces[at + 1].Key != "used")
        {
            return null;
        }

        at += 2;
        while (at < pieces.Count && pieces[at].Key is ":" or "in" or "-")
        {
            at++;
        }

        return new PointReader(pieces, DateConventions.None).Read(at)?.First.Year is > 0 and var year ? year : null;
    }

    private static Proficiency? Level(List<DateLexeme> pieces, int at)
    {
        if (at >= pieces.Count || Level(pieces[at].Key) is not { } level)
        {
            return null;
        }

        return at + 1 >= pieces.Count || pieces[at + 1].Key is ")" or "]" or "," or ";" or "level" ? level : null;
    }

    private static Proficiency? Level(string word) =>
        word switch
        {
            "basic" or "basics" or "beginner" or "elementary" => Proficiency.Basic,
            "intermediate" or "working" or "proficient" => Proficiency.Working,
            "advanced" or "fluent" => Proficiency.Advanced,
            "expert" or "master" => Proficiency.Expert,
            _ => null,
        };

    /// <summary>Whether the years are said of what follows: "Python, 4 years of SQL".</summary>
    private static bool IsOfOther(List<DateLexeme> pieces, int next)
    {
        var isOf = next < pieces.Count && Other.Contains(pieces[next].Key);
        var experience = DateWords.Find(DateWord.Experience, pieces, isOf ? next + 1 : next);
        if (!experience.Success)
        {
            return isOf;
        }

        var behind = next + experience.Length + (isOf ? 1 : 0);
        return behind < pieces.Count && Other.Contains(pieces[behind].Key);
    }

    private double? YearsBefore(int first)
    {
        for (var i = first - 1; i >= Math.Max(1, first - TokensBefore); i--)
        {
            if (text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).ContainsAny(Ending))
            {
                return null;
            }

            if (DurationReader.IsUnit(tokens[i].Text))
            {
                var pieces = DateLexer.Split(text, Math.Max(0, tokens[i].Start - ReachBefore), tokens[i].End);
                return DurationReader.ReadAround(pieces, pieces.Count - 1) is { } duration ? Limited(duration.Years) : null;
            }

            if (!isSkill[i] && !Between.Contains(tokens[i].Text))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a place stands in the education of the person, on a line about studies or right beside one.</summary>
    private bool IsEducation(int place)
    {
        if (sections.At(place) == Section.Education)
        {
            return true;
        }

        var start = StartOfLine(place);
        var end = EndOfLine(place);
        return IsOfStudies(start, end)
            || (start > 0 && IsOfStudies(StartOfLine(start - 1), start - 1))
            || (end < text.Length && IsOfStudies(end + 1, EndOfLine(end + 1)));
    }

    private bool IsOfStudies(int start, int end) =>
        end - start <= JobLines.LongestLine && FactReader.IsOfStudies(text.AsSpan(start, end - start));

    private int StartOfLine(int place) => place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;

    private int EndOfLine(int place) => text.IndexOf('\n', place) is >= 0 and var end ? end : text.Length;

    private static double? Limited(double? years) => years is >= 0 and <= MostYears ? years : null;

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
