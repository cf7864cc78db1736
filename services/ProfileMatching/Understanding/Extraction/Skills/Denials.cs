using System.Buffers;
using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Finds the words of a text that somebody denies: "no experience with X, Y or Z", "never used X", "X is something I would love
/// to learn", "a colleague wrote the X, not me". A denial reaches to the end of its sentence, or to where it turns ("but",
/// "experienced in").
/// </summary>
internal static class Denials
{
    private const int Reach = 40;
    private const int ReachOfWithout = 4;
    private const int ReachOfExcept = 8;
    private const int WishReach = 5;

    private static readonly SearchValues<char> Ending = SearchValues.Create(".;:!?•");
    private static readonly SearchValues<char> Introducing = SearchValues.Create(":(-–—=,");

    /// <summary>Whether each word is denied, by word.</summary>
    public static bool[] Find(string text, IReadOnlyList<Token> tokens)
    {
        var denied = new bool[tokens.Count];
        var until = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            var isDenied = i <= until;
            if (isDenied && i > 0 && (Ends(text, tokens, i) || DenialWords.Turns.Contains(tokens[i].Text)))
            {
                until = -1;
            }

            denied[i] = i <= until;
            if (FindStart(text, tokens, i, isDenied) is not { } denial)
            {
                continue;
            }

            if (denial.Before == Before.Sentence || (denial.Before == Before.Clause && IsLast(text, tokens, denial.Last)))
            {
                DenyBefore(text, tokens, i, denial.Before, denied);
            }

            // The words that deny do not themselves turn the denial.
            while (i < denial.Last)
            {
                denied[++i] = false;
            }

            until = i + denial.Reach;
        }

        return denied;
    }

    /// <summary>
    /// Whether the text says right behind the word at <paramref name="last"/> that there is none of it: "SAP: none", "Power BI -
    /// not yet".
    /// </summary>
    public static bool IsDeniedBehind(string text, IReadOnlyList<Token> tokens, int last)
    {
        if (last + 1 >= tokens.Count)
        {
            return false;
        }

        var between = text.AsSpan(tokens[last].End, tokens[last + 1].Start - tokens[last].End);
        return between.Length <= 4
            && between.ContainsAny(Introducing)
            && tokens[last + 1].Text switch
            {
                "none" or "never" => true,
                "not" => Is(tokens, last + 2, "yet") || Is(tokens, last + 2, "really"),
                "no" => FindNear(text, tokens, last + 2, 3, DenialWords.Nouns) >= 0,
                "to" => Is(tokens, last + 2, "learn"),
                _ => false,
            };
    }

    /// <summary>Which words before it a denial may be about.</summary>
    private enum Before
    {
        Nothing,

        /// <summary>Its clause, where nothing follows: "Docker I have not used".</summary>
        Clause,

        /// <summary>Its sentence: "a colleague wrote the Java, not me".</summary>
        Sentence,
    }

    /// <param name="Last">Index of the last word that denies.</param>
    /// <param name="Reach">Number of words behind it that it denies at most.</param>
    /// <param name="Before">Words before it that it denies.</param>
    private readonly record struct Denial(int Last, int Reach, Before Before = Before.Nothing);

    private static Denial? FindStart(string text, IReadOnlyList<Token> tokens, int i, bool isDenied)
    {
        switch (tokens[i].Text)
        {
            case "no"
            or "zero"
            or "lack"
            or "lacks"
            or "lacking"
            or "without" when FindNear(text, tokens, i + 1, 4, DenialWords.Nouns) is >= 0 and var noun:
                return new Denial(noun, Reach);
            case "no" when char.IsLower(text[tokens[i].Start]) || IsBareNo(text, tokens, i):
                return new Denial(i, 1);
            case "without":
                return new Denial(i, ReachOfWithout);
            case "except" or "excluding" or "minus" when !isDenied:
                return new Denial(i, ReachOfExcept);
            case "lack" or "lacks" or "lacking" or "unfamiliar" or "inexperienced":
                return new Denial(i, Reach);
            case "never" when FindNear(text, tokens, i + 1, 2, DenialWords.Verbs) is >= 0 and var verb:
                return new Denial(verb, Reach, Before.Clause);
            case "not" when i + 1 < tokens.Count && DenialWords.Me.Contains(tokens[i + 1].Text):
                return new Denial(i + 1, Reach, Before.Sentence);
            case "not"
            or "cannot"
            or "t"
                when IsNot(text, tokens, i)
                    && !IsAt(tokens, i + 1, DenialWords.NoDenial)
                    && FindNear(text, tokens, i + 1, 3, DenialWords.Verbs) is >= 0 and var verb:
                return new Denial(verb, Reach, Before.Clause);
            case "yet" when Is(tokens, i + 1, "to") && FindNear(text, tokens, i + 2, 2, DenialWords.Verbs) is >= 0 and var verb:
                return new Denial(verb, Reach, Before.Clause);
            case var word when DenialWords.Learning.Contains(word) && IsWished(text, tokens, i):
                return new Denial(i, Reach, Before.Clause);
            default:
                return null;
        }
    }

    /// <summary>"No Java." at the start of a sentence; "No. 5" and "No SQL" deny nothing.</summary>
    private static bool IsBareNo(string text, IReadOnlyList<Token> tokens, int i) =>
        (i == 0 || Ends(text, tokens, i))
        && i + 1 < tokens.Count
        && text[tokens[i].End] == ' '
        && char.IsUpper(text[tokens[i + 1].Start])
        && tokens[i + 1].Text != "sql";

    private static bool IsNot(string text, IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text != "t"
        || (i > 0 && DenialWords.CutShort.Contains(tokens[i - 1].Text) && text[tokens[i].Start - 1] is '\'' or '’');

    /// <summary>Whether a wish stands before the verb in its sentence, joined to it by "to", "in", "on" or "about".</summary>
    private static bool IsWished(string text, IReadOnlyList<Token> tokens, int verb)
    {
        if (verb < 2 || tokens[verb - 1].Text is not ("to" or "in" or "on" or "about"))
        {
            return false;
        }

        for (var i = verb - 1; i >= Math.Max(0, verb - WishReach); i--)
        {
            if (DenialWords.Wishes.Contains(tokens[i].Text))
            {
                return true;
            }

            if (i > 0 && Ends(text, tokens, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether nothing follows in the sentence that could be denied, so that the denial is about what stands before it.
    /// </summary>
    private static bool IsLast(string text, IReadOnlyList<Token> tokens, int last)
    {
        var next = last + 1;
        while (next < tokens.Count && !Ends(text, tokens, next) && DenialWords.Trailing.Contains(tokens[next].Text))
        {
            next++;
        }

        return next >= tokens.Count || Ends(text, tokens, next);
    }

    /// <summary>Denies the words before one in its clause, or in its whole sentence.</summary>
    private static void DenyBefore(string text, IReadOnlyList<Token> tokens, int at, Before before, bool[] denied)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            denied[i] = true;
            var between = i > 0 ? text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End) : default;
            if (
                i == 0
                || Ends(text, tokens, i)
                || (before == Before.Clause && (between.Contains(',') || DenialWords.Turns.Contains(tokens[i].Text)))
            )
            {
                return;
            }
        }
    }

    private static bool Is(IReadOnlyList<Token> tokens, int i, string word) => i < tokens.Count && tokens[i].Text == word;

    private static bool IsAt(IReadOnlyList<Token> tokens, int i, FrozenSet<string> words) =>
        i < tokens.Count && words.Contains(tokens[i].Text);

    /// <summary>Which of the next words of the same sentence is one of the set; -1: none.</summary>
    private static int FindNear(string text, IReadOnlyList<Token> tokens, int from, int most, FrozenSet<string> words)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + most); i++)
        {
            // "No database. Logistics experience" denies no logistics.
            if (text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).ContainsAny(Ending))
            {
                return -1;
            }

            if (words.Contains(tokens[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether a sentence ends before the word. A line does not end it where it breaks off: behind "with" or a comma.
    /// </summary>
    private static bool Ends(string text, IReadOnlyList<Token> tokens, int i)
    {
        var between = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
        return between.ContainsAny(Ending)
            || (between.Contains('\n') && !DenialWords.GoesOn.Contains(tokens[i - 1].Text) && !between.Contains(','));
    }
}
