using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>What a text says beside a skill of how long, how lately and how well.</summary>
/// <param name="Years">Years of use; null for not said.</param>
/// <param name="LastUsedYear">Year of the last use; 0 for not said.</param>
/// <param name="Proficiency">How well, in a word.</param>
internal readonly record struct SkillTimes(double? Years, int LastUsedYear, Proficiency Proficiency)
{
    /// <summary>The more of both.</summary>
    public SkillTimes Or(SkillTimes other) => new(
        Years is { } a && other.Years is { } b ? Math.Max(a, b) : Years ?? other.Years,
        Math.Max(LastUsedYear, other.LastUsedYear),
        Proficiency == Proficiency.Unspecified ? other.Proficiency : Proficiency);
}

/// <summary>Reads "Python (5 years)", "5 years of Python and SQL", "SQL since 2018", "Perl (2009 - 2014)", "Java (advanced)".</summary>
internal static partial class SkillTimeReader
{
    private const int ReachBehind = 60;
    private const int TokensBefore = 14;
    private const int MostYears = 50;

    private static readonly SearchValues<char> Ending = SearchValues.Create(".;:\n()");

    private static readonly FrozenSet<string> Between = FrozenSet.ToFrozenSet(
        ["of", "experience", "in", "with", "using", "on", "hands", "professional", "commercial", "practical", "solid", "working", "s", "and", "or", "both", "programming"],
        StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="mention">The skill.</param>
    /// <param name="isSkill">For each word whether it belongs to a skill: the same years may be said of a whole list.</param>
    /// <param name="today">What goes on until today ends in its year; null: in none that is known.</param>
    public static SkillTimes Read(string text, IReadOnlyList<Token> tokens, SkillMention mention, bool[] isSkill, DateOnly? today)
    {
        var end = tokens[mention.FirstToken + mention.TokenCount - 1].End;
        var match = Behind().Match(text, end, Math.Min(ReachBehind, text.Length - end));
        if (!match.Success) return new SkillTimes(YearsBefore(text, tokens, mention.FirstToken, isSkill), 0, Proficiency.Unspecified);
        if (match.Groups["level"].Success) return new SkillTimes(null, 0, Level(match.Groups["level"].Value));
        if (match.Groups["n"].Success) return new SkillTimes(Number(match.Groups["n"].Value), 0, Proficiency.Unspecified);
        if (match.Groups["last"].Success) return new SkillTimes(null, Year(match.Groups["last"]), Proficiency.Unspecified);
        var until = match.Groups["until"].Success ? Year(match.Groups["until"]) : today?.Year ?? 0;
        var years = until - Year(match.Groups["since"]);
        return new SkillTimes(until > 0 && years is >= 0 and <= MostYears ? years : null, until, Proficiency.Unspecified);
    }

    private static double? YearsBefore(string text, IReadOnlyList<Token> tokens, int first, bool[] isSkill)
    {
        for (var i = first - 1; i >= Math.Max(1, first - TokensBefore); i--)
        {
            if (text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).ContainsAny(Ending)) return null;
            if (tokens[i].Text is "years" or "year" or "yrs" or "yr") return Number(tokens[i - 1].Text);
            if (!isSkill[i] && !Between.Contains(tokens[i].Text)) return null;
        }

        return null;
    }

    private static double? Number(string text)
    {
        var years = FactReader.NumberOf(text.TrimEnd('+'));
        return years is > 0 and <= MostYears ? years : null;
    }

    private static int Year(Group year) => int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Proficiency Level(string word) => word.ToLowerInvariant() switch
    {
        "basic" or "basics" or "beginner" or "elementary" => Proficiency.Basic,
        "advanced" or "fluent" => Proficiency.Advanced,
        "expert" or "master" => Proficiency.Expert,
        _ => Proficiency.Working,
    };

    [GeneratedRegex(
        @"\G( [0-9.]{1,5})?[ \t]{0,2}([(\[:,–—-]|for)?[ \t]{0,2}((over|about|approx\.?|more than|~)[ \t]{0,2})?((?<n>[0-9]{1,2}(\.[0-9])?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)[ \t]{0,2}\+?[ \t]{0,2}(years?|yrs?)\b(?!'?[ \t]{0,2}(of|in|with|experience[ \t](in|with|of))\b)|since[ \t](?<since>(19|20)[0-9]{2})\b|(?<since>(19|20)[0-9]{2})[ \t]?(-|–|—|to)[ \t]?((?<until>(19|20)[0-9]{2})\b|present|now|today|current)|last used:?[ \t](in[ \t])?(?<last>(19|20)[0-9]{2})\b|(?<=[(\[–—-][ \t]{0,2})(?<level>basics?|beginner|elementary|intermediate|working|proficient|advanced|fluent|expert|master)[ \t]{0,2}([)\],;\r\n]|level|$))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();
}
