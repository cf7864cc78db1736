using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>A word or a pair of words that gets a vector.</summary>
/// <param name="Key">Key it is looked up by.</param>
/// <param name="Surface">Commonest form, which the start model reads.</param>
/// <param name="Probability">Share of running words, at least that of its rank in common English.</param>
public sealed record VocabularyUnit(string Key, string Surface, double Probability);

/// <summary>Chooses the words and pairs of words that get a vector.</summary>
public static class VocabularyBuilder
{
    private const int LeastUses = 2;
    private const int LeastPairUses = 25;
    private const int MostPairs = 2000;
    private const int FunctionWords = 150;
    private const double PairLift = 30;

    /// <summary>Words of the taxonomies used at least twice, common English words up to the size, and frequent pairs.</summary>
    /// <param name="phrases">Phrases of the taxonomies.</param>
    /// <param name="wanted">Phrases whose words are taken however rare they are.</param>
    /// <param name="common">Common English words, commonest first.</param>
    /// <param name="words">Number of words to take.</param>
    public static List<VocabularyUnit> Build(IEnumerable<string> phrases, IEnumerable<string> wanted, string[] common, int words)
    {
        var counts = Count(phrases, out var surfaces, out var pairs);
        double total = counts.Values.Sum();
        var units = new Dictionary<string, VocabularyUnit>();
        var ranks = new Dictionary<string, int>();
        for (var i = 0; i < common.Length; i++)
        {
            ranks.TryAdd(WordKeys.KeyFor(common[i]), i + 1);
            surfaces.TryAdd(WordKeys.KeyFor(common[i]), common[i]);
        }

        void Take(string key)
        {
            if (units.Count < words && key.Length > 0 && !units.ContainsKey(key))
            {
                var zipf = ranks.TryGetValue(key, out var rank) ? 0.05 / rank : 0;
                units[key] = new VocabularyUnit(key, surfaces[key], Math.Max(counts.GetValueOrDefault(key, 1) / total, zipf));
            }
        }

        foreach (var token in wanted.SelectMany(phrase => TextAnalysis.Tokenize(phrase)))
        {
            var key = WordKeys.KeyFor(token.Text);
            surfaces.TryAdd(key, token.Text);
            Take(key);
        }

        var byUse = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal);
        foreach (var (key, _) in byUse.Where(c => c.Value > LeastUses))
        {
            Take(key);
        }

        foreach (var word in common)
        {
            Take(WordKeys.KeyFor(word));
        }

        foreach (var (key, _) in byUse.Where(c => c.Value == LeastUses).OrderBy(c => c.Key.Length))
        {
            Take(key);
        }

        return [.. units.Values, .. Pairs(pairs, counts, surfaces, units, ranks, total)];
    }

    private static IEnumerable<VocabularyUnit> Pairs(
        Dictionary<(string, string), int> pairs,
        Dictionary<string, int> counts,
        Dictionary<string, string> surfaces,
        Dictionary<string, VocabularyUnit> units,
        Dictionary<string, int> ranks,
        double total
    ) =>
        from pair in pairs
        let first = pair.Key.Item1
        let second = pair.Key.Item2
        where !IsFunctionWord(first, ranks) && !IsFunctionWord(second, ranks)
        where pair.Value >= LeastPairUses && units.ContainsKey(first) && units.ContainsKey(second)
        where char.IsLetter(first[0]) && char.IsLetter(second[0]) && first.Length > 1 && second.Length > 1
        let lift = pair.Value * total / ((double)counts[first] * counts[second])
        where lift >= PairLift
        orderby pair.Value * Math.Log(lift) descending, first, second
        select new VocabularyUnit($"{first} {second}", $"{surfaces[first]} {surfaces[second]}", pair.Value / total) into unit
        group unit by 0 into all
        from unit in all.Take(MostPairs)
        select unit;

    private static bool IsFunctionWord(string key, Dictionary<string, int> ranks) =>
        ranks.TryGetValue(key, out var rank) && rank <= FunctionWords;

    private static Dictionary<string, int> Count(
        IEnumerable<string> phrases,
        out Dictionary<string, string> surfaces,
        out Dictionary<(string, string), int> pairs
    )
    {
        var counts = new Dictionary<string, int>();
        var forms = new Dictionary<string, (string Key, int Count)>();
        pairs = [];
        foreach (var phrase in phrases.Distinct())
        {
            string? previous = null;
            foreach (var token in TextAnalysis.Tokenize(phrase))
            {
                var form = forms.TryGetValue(token.Text, out var known) ? known : (WordKeys.KeyFor(token.Text), 0);
                forms[token.Text] = (form.Item1, form.Item2 + 1);
                counts[form.Item1] = counts.GetValueOrDefault(form.Item1) + 1;
                if (previous is not null)
                {
                    pairs[(previous, form.Item1)] = pairs.GetValueOrDefault((previous, form.Item1)) + 1;
                }

                previous = form.Item1;
            }
        }

        surfaces = forms
            .GroupBy(f => f.Value.Key)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key
            );
        return counts;
    }
}
