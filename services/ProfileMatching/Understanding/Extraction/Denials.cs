using System.Buffers;
using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>
/// Tells which words of a text somebody denies: "no experience with X, Y or Z", "not familiar with X", "never used X", "hoping to learn
/// X". What denies reaches to the end of its sentence, or to where it turns ("but", "experienced in").
/// </summary>
internal static class Denials
{
    private const int Reach = 40;
    private const int ReachOfWithout = 4;

    private static readonly SearchValues<char> Ending = SearchValues.Create(".;:!?•");
    private static readonly SearchValues<char> Introducing = SearchValues.Create(":(-–—=");

    private static readonly FrozenSet<string> Nouns = Set(
        "experience", "knowledge", "exposure", "background", "familiarity", "training", "understanding", "practice", "command", "proficiency", "expertise");

    private static readonly FrozenSet<string> Verbs = Set(
        "used", "use", "using", "worked", "work", "touched", "learned", "learnt", "programmed", "coded", "tried", "had", "have", "studied", "know", "developed",
        "practiced", "familiar", "experienced", "proficient", "skilled", "fluent", "comfortable", "versed", "trained", "acquainted");

    private static readonly FrozenSet<string> Wishes = Set("want", "wants", "wish", "hope", "hoping", "plan", "planning", "eager", "keen", "like", "looking", "willing", "ready", "excited");
    private static readonly FrozenSet<string> NoDenial = Set("only", "just", "limited", "merely", "least", "later");

    private static readonly FrozenSet<string> Turns = Set(
        "but", "however", "although", "though", "instead", "whereas", "while", "except", "experienced", "proficient", "skilled", "expert", "fluent", "strong", "solid",
        "excellent", "know", "knows", "familiar", "good", "advanced");

    private static readonly FrozenSet<string> CutShort = Set("don", "doesn", "didn", "haven", "hasn", "hadn", "isn", "aren", "wasn", "can", "couldn");
    private static readonly FrozenSet<string> GoesOn = Set("with", "of", "in", "to", "or", "and", "using", "like");

    /// <summary>For each word whether it is denied.</summary>
    public static bool[] Of(string text, IReadOnlyList<Token> tokens)
    {
        var denied = new bool[tokens.Count];
        var until = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i <= until && i > 0 && (Ends(text, tokens, i) || Turns.Contains(tokens[i].Text))) until = -1;
            denied[i] = i <= until;
            if (Starts(text, tokens, i) is not { } denial) continue;
            // The words that deny do not themselves turn it.
            while (i < denial.Last) denied[++i] = false;
            until = i + denial.Reach;
        }

        return denied;
    }

    /// <summary>Whether the text says of the words up to <paramref name="last"/> right behind them that there is none of it: "SAP: none".</summary>
    public static bool Behind(string text, IReadOnlyList<Token> tokens, int last)
    {
        if (last + 1 >= tokens.Count) return false;
        var between = text.AsSpan(tokens[last].End, tokens[last + 1].Start - tokens[last].End);
        return between.Length <= 4 && between.ContainsAny(Introducing)
            && (tokens[last + 1].Text is "none" or "never" || (tokens[last + 1].Text == "no" && IsOneOf(text, tokens, last + 2, 3, Nouns) >= 0));
    }

    /// <summary>The last word of what denies, where it starts here, and how far it reaches.</summary>
    private static (int Last, int Reach)? Starts(string text, IReadOnlyList<Token> tokens, int i)
    {
        switch (tokens[i].Text)
        {
            case "no" or "zero" or "lack" or "lacks" or "lacking" or "without" when IsOneOf(text, tokens, i + 1, 4, Nouns) is >= 0 and var noun:
                return (noun, Reach);
            case "no" when char.IsLower(text[tokens[i].Start]): return (i, 1);
            case "without": return (i, ReachOfWithout);
            case "lack" or "lacks" or "lacking" or "unfamiliar" or "inexperienced": return (i, Reach);
            case "never" when IsOneOf(text, tokens, i + 1, 2, Verbs) is >= 0 and var verb: return (verb, Reach);
            case "not" or "t" when IsNot(text, tokens, i) && !IsAt(tokens, i + 1, NoDenial) && IsOneOf(text, tokens, i + 1, 3, Verbs) is >= 0 and var verb: return (verb, Reach);
            case "learn" when i >= 2 && tokens[i - 1].Text == "to" && Wishes.Contains(tokens[i - 2].Text): return (i, Reach);
            default: return null;
        }
    }

    private static bool IsNot(string text, IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text == "not" || (i > 0 && CutShort.Contains(tokens[i - 1].Text) && text[tokens[i].Start - 1] is '\'' or '’');

    private static bool IsAt(IReadOnlyList<Token> tokens, int i, FrozenSet<string> words) => i < tokens.Count && words.Contains(tokens[i].Text);

    /// <summary>Which of the next words of the same sentence is one of them; -1: none.</summary>
    private static int IsOneOf(string text, IReadOnlyList<Token> tokens, int from, int most, FrozenSet<string> words)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + most); i++)
        {
            // "No database. Logistics experience" denies no logistics.
            if (text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).ContainsAny(Ending)) return -1;
            if (words.Contains(tokens[i].Text)) return i;
        }

        return -1;
    }

    /// <summary>Whether a sentence ends before the word. A line does not end it where it breaks off: behind "with" or a comma.</summary>
    private static bool Ends(string text, IReadOnlyList<Token> tokens, int i)
    {
        var between = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
        if (between.ContainsAny(Ending)) return true;
        return between.Contains('\n') && !GoesOn.Contains(tokens[i - 1].Text) && !between.Contains(',');
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
