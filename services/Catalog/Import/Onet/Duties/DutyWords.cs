using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>Stems of the words of duties, tasks and titles, without the words that join others.</summary>
internal static class DutyWords
{
    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        StringComparer.Ordinal,
        "and",
        "the",
        "for",
        "with",
        "from",
        "other",
        "others",
        "their",
        "that",
        "such",
        "may",
        "are",
        "using",
        "into",
        "which",
        "who",
        "not",
        "all",
        "any",
        "its",
        "this",
        "these",
        "those",
        "between",
        "including",
        "based",
        "within",
        "about",
        "related",
        "use",
        "used",
        "ensure",
        "work",
        "worker",
        "workers",
        "perform"
    );

    /// <summary>The stems, in the order of the text; a word that recurs gives its stem again.</summary>
    public static IEnumerable<string> Stems(string text)
    {
        foreach (var word in TextAnalysis.Tokenize(text))
        {
            if (word.Text.Length > 2 && !Joining.Contains(word.Text))
            {
                yield return Stemmer.Stem(word.Text);
            }
        }
    }
}
