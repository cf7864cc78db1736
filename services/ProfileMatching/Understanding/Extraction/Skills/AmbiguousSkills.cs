using System.Buffers;
using System.Text.RegularExpressions;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Decides by what stands around it whether an ambiguous word ("Go", "R", "Excel") names the skill, and how sure that is: among
/// other skills in a list, under a heading over skills, beside a word that says so ("Go programming", "proficient in Excel",
/// "Rust 1.80"), or in capitals with a tool close by. "Excel in service", "Spring 2019", "R&amp;D" and "go-live" are something
/// else.
/// </summary>
internal sealed partial class AmbiguousSkills(
    string text,
    IReadOnlyList<Token> tokens,
    IReadOnlyList<SkillMention> mentions,
    CatalogSnapshot snapshot,
    Sections sections
)
{
    private const double InList = 0.9;
    private const double ByCue = 0.85;
    private const double InLowerCase = 0.8;
    private const double NearTool = 0.75;
    private const int ContextTokens = 8;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",/|;•·&●▪\t");

    /// <summary>
    /// How sure it is that the name of a trade ("Chef") names its skill: a tool close by says nothing, a list or a cue does.
    /// </summary>
    public double ConfidenceOfWord(int at) => Confidence(at) is var confidence && confidence > NearTool ? confidence : 0;

    /// <summary>How sure it is that the mention names its skill; 0 for not at all.</summary>
    public double Confidence(int at)
    {
        var mention = mentions[at];
        if (mention.TokenCount > 1)
        {
            return 1;
        }
        var token = tokens[mention.FirstToken];
        if (IsPartOfWord(token, mention.FirstToken))
        {
            return 0;
        }
        var lower = char.IsLower(text[token.Start]);
        var item = IsItem(token);
        if (item && (sections.At(token.Start) == Section.Skills || ListedWithSkill(at)))
        {
            return lower ? InLowerCase : InList;
        }
        if (Word(mention.FirstToken + 1) is { } next && SkillCues.Behind.Contains(next))
        {
            return ByCue;
        }
        if (lower)
        {
            return 0;
        }
        if (ListedWithSkill(at))
        {
            return InList;
        }
        if (FollowedByYear(mention.FirstToken))
        {
            return 0;
        }
        if (
            FollowedByVersion(mention.FirstToken)
            || Cued(mention.FirstToken)
            || Timed().IsMatch(text.AsSpan(token.End, Math.Min(20, text.Length - token.End)))
        )
        {
            return ByCue;
        }
        // A lone letter stands near many things: "vitamin C", "plan B".
        if (token.End - token.Start == 1)
        {
            return 0;
        }
        if (StartsSentence(token) && Word(mention.FirstToken + 1) is { } verb && SkillCues.AsVerb.Contains(verb))
        {
            return 0;
        }
        return Near(at, -1) || Near(at, 1) ? NearTool : 0;
    }

    private bool IsPartOfWord(Token token, int index)
    {
        if (token.Start > 1 && text[token.Start - 1] is '-' or '&' && char.IsLetter(text[token.Start - 2]))
        {
            return true;
        }
        return token.End + 1 < text.Length
            && text[token.End] is '-' or '&'
            && char.IsLetter(text[token.End + 1])
            && !(Word(index + 1) is { } behind && SkillCues.BehindHyphen.Contains(behind));
    }

    /// <summary>Whether it stands alone between separators, the ends of a line included; one of them must be no end.</summary>
    private bool IsItem(Token token)
    {
        var (start, end) = (token.Start - 1, token.End);
        while (start >= 0 && text[start] == ' ')
        {
            start--;
        }
        while (end < text.Length && text[end] is ' ' or '\r')
        {
            end++;
        }
        var before = start < 0 ? '\n' : text[start];
        var behind = end >= text.Length ? '\n' : text[end];
        var inSkills = sections.At(token.Start) == Section.Skills;
        return (IsSeparator(before) || before is '\n' or ':' or '-' or '*' or '(')
            && (IsSeparator(behind) || behind is '\n' or '(' or ')' or '.')
            && (inSkills || IsSeparator(before) || IsSeparator(behind));
    }

    private static bool IsSeparator(char c) => Separators.Contains(c);

    /// <summary>
    /// Whether a skill that is beyond doubt stands in the same list. Ambiguous words stand side by side in lists: "C++, Go, Rust,
    /// Make".
    /// </summary>
    private bool ListedWithSkill(int at) => Listed(at, -1) || Listed(at, 1);

    private bool Listed(int at, int step)
    {
        for (var other = at + step; other >= 0 && other < mentions.Count && Math.Abs(other - at) <= ContextTokens; other += step)
        {
            var (first, second) = step > 0 ? (mentions[other - 1], mentions[other]) : (mentions[other], mentions[other + 1]);
            var end = first.FirstToken + first.TokenCount;
            if (second.FirstToken - end > 1 || (second.FirstToken > end && tokens[end].Text is not ("and" or "or")))
            {
                return false;
            }
            var between = text.AsSpan(tokens[end - 1].End, tokens[second.FirstToken].Start - tokens[end - 1].End);
            if (between.IndexOfAny(".!?\n") >= 0 || (second.FirstToken == end && between.IndexOfAny(Separators) < 0))
            {
                return false;
            }
            if (IsBeyondDoubt(mentions[other]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Near(int at, int step)
    {
        for (var other = at + step; other >= 0 && other < mentions.Count; other += step)
        {
            if (Math.Abs(mentions[other].FirstToken - mentions[at].FirstToken) > ContextTokens)
            {
                return false;
            }
            if (IsBeyondDoubt(mentions[other]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBeyondDoubt(SkillMention mention) =>
        snapshot.Skills[mention.Skill] is { Category: SkillCategory.Tool or SkillCategory.Technical } skill
        && (!skill.Ambiguous || mention.TokenCount > 1);

    /// <summary>"programmed in C", "experience with Rust".</summary>
    private bool Cued(int index)
    {
        if (
            index < 2
            || !SkillCues.Before.Contains(tokens[index - 1].Text)
            || text.AsSpan(tokens[index - 1].End, tokens[index].Start - tokens[index - 1].End).IndexOfAnyExcept(' ') >= 0
        )
        {
            return false;
        }
        for (var i = index - 1; i >= Math.Max(0, index - 4); i--)
        {
            if (SkillCues.Cues.Contains(tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private bool FollowedByYear(int index) =>
        Word(index + 1) is { Length: 4 } next
        && (next.StartsWith("19", StringComparison.Ordinal) || next.StartsWith("20", StringComparison.Ordinal))
        && next.All(char.IsAsciiDigit);

    private bool FollowedByVersion(int index) =>
        Word(index + 1) is { Length: <= 6 } next
        && char.IsAsciiDigit(next[0])
        && (next.Contains('.', StringComparison.Ordinal) || tokens[index].Text.Length > 1);

    /// <summary>The word at the index where only a blank or a hyphen is before it.</summary>
    private string? Word(int index) =>
        index < tokens.Count && tokens[index].Start - tokens[index - 1].End == 1 && text[tokens[index].Start - 1] is ' ' or '-'
            ? tokens[index].Text
            : null;

    private bool StartsSentence(Token token)
    {
        var i = token.Start - 1;
        while (i >= 0 && text[i] is ' ' or '\t')
        {
            i--;
        }
        return i < 0 || text[i] is '.' or '\n' or '•' or '-' or '*' or ':' or '!' or '?' or '●' or '▪';
    }

    /// <summary>"(6 years" behind it.</summary>
    [GeneratedRegex(
        @"^ ?\([0-9]{1,2}\+? ?(years?|yrs?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Timed();
}
