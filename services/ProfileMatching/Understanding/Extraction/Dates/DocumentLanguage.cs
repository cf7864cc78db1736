using System.Collections.Frozen;
using System.Text.Unicode;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>The language that a text is written in, as far as its common words show.</summary>
/// <param name="Name">English name of the language or script.</param>
/// <param name="IsRead">Whether its dates and headings are read.</param>
internal sealed record DocumentLanguage(string Name, bool IsRead)
{
    private const int MostTokens = 5_000;

    /// <summary>Fewer common words show nothing.</summary>
    private const int LeastWords = 4;

    /// <summary>A language must show so many times the words of English.</summary>
    private const double OverEnglish = 1.5;

    /// <summary>Share of letters of another script above which a text is written in it.</summary>
    private const double LeastShare = 0.3;

    private const double LeastKana = 0.05;

    private const string EnglishName = "English";

    /// <summary>English, which a text is taken for that shows no other language.</summary>
    public static DocumentLanguage English { get; } = new(EnglishName, IsRead: true);

    private static readonly FrozenDictionary<string, string[]> Languages = DateLanguages
        .Shipped.Languages.SelectMany(language =>
            language.Common.Concat(language.Months.Select(forms => forms.Split(' ')[0])).Select(word => (word, language.Name))
        )
        .Concat(DateLanguages.Shipped.NotRead.SelectMany(language => language.Common.Select(word => (word, language.Name))))
        .GroupBy(pair => pair.word, pair => pair.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    private static readonly (UnicodeRange[] Ranges, string Name)[] Scripts =
    [
        ([UnicodeRanges.Hiragana, UnicodeRanges.Katakana], "Japanese"),
        ([UnicodeRanges.HangulSyllables], "Korean"),
        ([UnicodeRanges.CjkUnifiedIdeographs], "Chinese"),
        ([UnicodeRanges.Cyrillic], "a language in Cyrillic script"),
        ([UnicodeRanges.GreekandCoptic], "Greek"),
        ([UnicodeRanges.Arabic], "a language in Arabic script"),
        ([UnicodeRanges.Hebrew], "Hebrew"),
        ([UnicodeRanges.Devanagari], "Hindi"),
        ([UnicodeRanges.Thai], "Thai"),
    ];

    /// <summary>The language of a text by its words.</summary>
    public static DocumentLanguage FromTokens(IReadOnlyList<Token> tokens)
    {
        if (Script(tokens) is { } script)
        {
            return new DocumentLanguage(script, IsRead: false);
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in tokens.Take(MostTokens).Select(token => token.Text).Distinct(StringComparer.Ordinal))
        {
            foreach (var name in Languages.GetValueOrDefault(word, []))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        var best = counts
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Value >= LeastWords && best.Value > OverEnglish * counts.GetValueOrDefault(EnglishName)
            ? new DocumentLanguage(best.Key, Array.Exists(DateLanguages.Shipped.Languages, language => language.Name == best.Key))
            : English;
    }

    private static string? Script(IReadOnlyList<Token> tokens)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var letter in tokens.Take(MostTokens).SelectMany(token => token.Text).Where(char.IsLetter))
        {
            letters++;
            var script =
                letter < UnicodeRanges.GreekandCoptic.FirstCodePoint
                    ? -1
                    : Array.FindIndex(Scripts, s => Array.Exists(s.Ranges, range => Contains(range, letter)));
            if (script >= 0)
            {
                counts[script]++;
            }
        }

        // Japanese is written in Chinese characters too.
        if (counts[0] > LeastKana * letters)
        {
            return Scripts[0].Name;
        }

        var most = Array.FindIndex(counts, count => count > LeastShare * letters);
        return most < 0 ? null : Scripts[most].Name;
    }

    private static bool Contains(UnicodeRange range, char letter) =>
        letter >= range.FirstCodePoint && letter < range.FirstCodePoint + range.Length;
}
