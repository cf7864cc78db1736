using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Tells names of employers and places in the head of a job from skills: "Tarrant Rail" on the line of a title is no Ruby on
/// Rails. Words that fill a part of the line are a skill all the same: "Data Engineer | Python, SQL | 2021".
/// </summary>
internal sealed partial class EmployerNames(string text, IReadOnlyList<Token> tokens, IReadOnlyList<ReadJob> jobs)
{
    private const int LongestName = 60;

    /// <summary>Whether the mention is part of such a name.</summary>
    public bool Contains(SkillMention mention)
    {
        var start = tokens[mention.FirstToken].Start;
        foreach (var job in jobs)
        {
            if (start >= job.HeadEnd)
            {
                continue;
            }

            if (start >= job.LinesStart || IsNameAbove(job, start))
            {
                return (start < job.Start || start >= job.End)
                    && !IsInSentence(start)
                    && !LineParts.IsWhole(text, tokens, mention.FirstToken, mention.TokenCount);
            }
        }

        return false;
    }

    /// <summary>A part of a line that begins in lower case is no name: "building models in PyTorch".</summary>
    private bool IsInSentence(int position)
    {
        var before = text.AsSpan(0, position);
        var part = before[(before.LastIndexOfAny(",|:;\n") + 1)..].TrimStart();
        return part.Length > 0 && char.IsLower(part[0]);
    }

    /// <summary>Whether a position is on the line right above a job, and that line is a name of several words.</summary>
    private bool IsNameAbove(ReadJob job, int position)
    {
        var end = text.LastIndexOf('\n', Math.Max(0, job.LinesStart - 1));
        if (end <= 0 || position >= end)
        {
            return false;
        }

        var start = text.LastIndexOf('\n', end - 1) + 1;
        return position >= start && end - start <= LongestName && Name().IsMatch(text.AsSpan(start, end - start));
    }

    [GeneratedRegex(
        @"^[ \t]*\p{Lu}[\p{L}’'-]+( (&|\p{Lu}[\p{L}’'-]*)){1,4}[ \t\r]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();
}
