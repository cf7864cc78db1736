using System.Collections.Frozen;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>
/// A short name for a duty, verb and object: "Install electrical components, equipment, or systems." becomes
/// "install electrical components". Lists keep their first item, qualifications at the end go.
/// </summary>
public static class DutyName
{
    private const int MaxWords = 5;

    /// <summary>Up to so many words a name may have whose object says nothing alone ("advise others").</summary>
    private const int MaxWordsOfVague = 7;

    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(
        StringComparer.Ordinal,
        "about",
        "according",
        "after",
        "against",
        "among",
        "as",
        "at",
        "based",
        "be",
        "before",
        "between",
        "by",
        "during",
        "for",
        "from",
        "governing",
        "in",
        "into",
        "needed",
        "of",
        "on",
        "over",
        "regarding",
        "related",
        "that",
        "through",
        "to",
        "toward",
        "under",
        "upon",
        "used",
        "using",
        "while",
        "with",
        "within"
    );

    private static readonly FrozenSet<string> Vague = FrozenSet.Create(
        StringComparer.Ordinal,
        "activities",
        "clients",
        "coworkers",
        "data",
        "information",
        "issues",
        "management",
        "materials",
        "matters",
        "methods",
        "operations",
        "others",
        "personnel",
        "problems",
        "procedures",
        "processes",
        "programs",
        "projects",
        "services",
        "staff",
        "systems",
        "use"
    );

    /// <summary>Objects that say nothing without what follows them: "advise patients on effects".</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(StringComparer.Ordinal, "effects", "use", "ways");

    /// <summary>The name, in lower case but for proper names.</summary>
    public static string Shorten(string duty)
    {
        var text = WithoutExamples(duty.TrimEnd('.', ' '));
        var words = Words(text);
        if (words.Count > MaxWords || text.Contains(','))
        {
            words = Words(FirstOfList(text));
            ReduceAlternatives(words);
            words.RemoveAll(word => word == "the");
            words.RemoveRange(EndOfObject(words), words.Count - EndOfObject(words));
        }

        return LowerFirst(string.Join(' ', words));
    }

    /// <summary>The duty's text in the form of a name.</summary>
    public static string Whole(string duty) => LowerFirst(duty.TrimEnd('.', ' '));

    private static List<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string WithoutExamples(string text)
    {
        foreach (var opening in (string[])[" such as ", " including "])
        {
            if (text.IndexOf(opening, StringComparison.Ordinal) is > 0 and var at)
            {
                return text[..at].TrimEnd(',');
            }
        }

        return text;
    }

    // "Inspect metal, plastic, or composite products from suppliers" -> "Inspect metal products from suppliers". Where the
    // first item ends in a plural it has its noun already.
    private static string FirstOfList(string text)
    {
        if (text.IndexOf(',', StringComparison.Ordinal) is not (> 0 and var comma))
        {
            return text;
        }

        var first = Words(text[..comma]);
        var last = Words(text[(comma + 1)..]);
        last.RemoveRange(0, last.FindIndex(word => word is "or" or "and") + 1);
        var end = last.FindIndex(Prepositions.Contains);
        end = end < 0 ? last.Count : end;
        if (end >= 2 && !IsPlural(first[^1]))
        {
            first.Add(last[end - 1]);
        }

        return string.Join(' ', first.Concat(last.Skip(end)));
    }

    // "methods or materials to ..." -> "methods to ..."; "financial or budget records" -> "financial records".
    private static void ReduceAlternatives(List<string> words)
    {
        for (var i = 2; i < words.Count - 1 && words.Count > MaxWords; )
        {
            if (words[i] is not ("or" or "and"))
            {
                i++;
                continue;
            }

            var end = i + 2;
            if (IsPlural(words[i - 1]))
            {
                var next = words.FindIndex(i, Prepositions.Contains);
                end = next < 0 ? words.Count : next;
            }

            words.RemoveRange(i, end - i);
        }
    }

    private static int EndOfObject(List<string> words)
    {
        var ends = Enumerable
            .Range(2, Math.Max(0, words.Count - 2))
            .Where(i => Prepositions.Contains(words[i]) && !Prepositions.Contains(words[i - 1]))
            .Append(words.Count)
            .ToList();
        var end = ends.FindLast(end => end <= MaxWords) is > 0 and var fitting ? fitting : ends[0];
        if (
            (Empty.Contains(words[end - 1]) || (end <= 3 && IsVague(words[end - 1])))
            && ends.Find(further => further > end && further <= MaxWordsOfVague) is > 0 and var longer
        )
        {
            end = longer;
        }

        // "search files to obtain", "solder parts between parts": what the tail was to say was cut off.
        var isCut = end < words.Count && words[end - 2] == "to";
        var isRepeated = words.IndexOf(words[end - 1]) < end - 1;
        return end > 3 && (isCut || isRepeated) ? end - 2 : end;
    }

    private static bool IsVague(string word) => Vague.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsPlural(string word) => word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);

    private static string LowerFirst(string text) => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
