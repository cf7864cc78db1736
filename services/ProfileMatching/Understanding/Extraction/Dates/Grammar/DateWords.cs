using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>What a word or phrase means in a date or duration.</summary>
internal enum DateWord
{
    /// <summary>A month; its value is 1-12.</summary>
    Month,
    Season,
    Vague,
    Present,
    To,
    And,
    Since,
    From,
    Until,
    StartLabel,
    EndLabel,
    Filler,
    Ordinal,

    /// <summary>An ordinal number in words; its value is 1-4.</summary>
    Count,
    Quarter,
    Half,
    YearUnit,
    MonthUnit,
    DecadeUnit,

    /// <summary>A number in words.</summary>
    Number,

    /// <summary>An article that counts as one.</summary>
    One,
    Experience,
    Other,
    Link,
}

/// <summary>A phrase found at a place.</summary>
/// <param name="Length">Number of its pieces; 0 if there is none.</param>
/// <param name="Value">Its number.</param>
internal readonly record struct FoundWord(int Length, int Value)
{
    /// <summary>Whether there is one.</summary>
    public bool Success => Length > 0;
}

/// <summary>The words of all languages by what they mean.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, Phrase[]>[] Phrases = Index();
    private static readonly FrozenSet<string> FirstWords = Phrases
        .SelectMany(phrases => phrases.Keys)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether some phrase begins with this word. Most words of a text are of no date.</summary>
    public static bool Begin(string word) => FirstWords.Contains(word);

    /// <summary>The longest phrase of this meaning that begins at a place.</summary>
    public static FoundWord Find(DateWord meaning, List<DateLexeme> pieces, int at)
    {
        if (
            at >= pieces.Count
            || pieces[at].Kind == LexemeKind.Number
            || !Phrases[(int)meaning].TryGetValue(pieces[at].Key, out var phrases)
        )
        {
            return default;
        }

        foreach (var phrase in phrases)
        {
            if (phrase.IsAt(pieces, at))
            {
                return new FoundWord(phrase.Keys.Length, phrase.Value);
            }
        }

        return default;
    }

    private static FrozenDictionary<string, Phrase[]>[] Index()
    {
        var all = new List<(DateWord Meaning, Phrase Phrase)>();
        foreach (var language in DateLanguages.Shipped.Languages)
        {
            AddAll(language);
        }

        return
        [
            .. Enum.GetValues<DateWord>()
                .Select(meaning =>
                    all.Where(p => p.Meaning == meaning)
                        .GroupBy(p => p.Phrase.Keys[0], p => p.Phrase, StringComparer.Ordinal)
                        .ToFrozenDictionary(
                            g => g.Key,
                            g => g.OrderByDescending(p => p.Keys.Length).ToArray(),
                            StringComparer.Ordinal
                        )
                ),
        ];

        void AddAll(DateLanguage language)
        {
            for (var month = 0; month < language.Months.Length; month++)
            {
                Add(DateWord.Month, language.Months[month].Split(' '), month + 1);
            }

            Add(DateWord.Season, language.Seasons);
            Add(DateWord.Vague, language.Vague);
            Add(DateWord.Present, language.Present);
            Add(DateWord.To, language.To);
            Add(DateWord.And, language.And);
            Add(DateWord.Since, language.Since);
            Add(DateWord.From, language.From);
            Add(DateWord.Until, language.Until);
            Add(DateWord.StartLabel, language.StartLabels);
            Add(DateWord.EndLabel, language.EndLabels);
            Add(DateWord.Filler, language.Fillers);
            Add(DateWord.Ordinal, language.Ordinals);
            AddCounted(DateWord.Count, language.Counts, 1, 1);
            Add(DateWord.Quarter, language.Quarters);
            Add(DateWord.Half, language.Halves);
            Add(DateWord.YearUnit, language.YearUnits);
            Add(DateWord.MonthUnit, language.MonthUnits);
            Add(DateWord.DecadeUnit, language.DecadeUnits);
            AddCounted(DateWord.Number, language.Numbers, 1, 1);
            AddCounted(DateWord.Number, language.Tens, 30, 10);
            Add(DateWord.One, language.One, 1);
            Add(DateWord.Experience, language.Experience);
            Add(DateWord.Other, language.Others);
            Add(DateWord.Link, language.Links);
        }

        void Add(DateWord meaning, string[] phrases, int value = 0) =>
            all.AddRange(phrases.Select(phrase => (meaning, new Phrase(DateLexer.Keys(phrase), value))));

        void AddCounted(DateWord meaning, string[] phrases, int first, int step)
        {
            for (var i = 0; i < phrases.Length; i++)
            {
                Add(meaning, [phrases[i]], first + (i * step));
            }
        }
    }

    private sealed record Phrase(string[] Keys, int Value)
    {
        public bool IsAt(List<DateLexeme> pieces, int at)
        {
            if (at + Keys.Length > pieces.Count)
            {
                return false;
            }

            for (var i = 1; i < Keys.Length; i++)
            {
                if (pieces[at + i].Key != Keys[i] || pieces[at + i].Before == Gap.Tab)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
