using System.Runtime.InteropServices;

namespace CareerRecs.Vocabulary;

/// <summary>
/// What titles are compared by: stems of words, pairs of neighbouring stems in either order ("engineer, process" is a process
/// engineer), and runs of four letters, which tell that "accounting", "accountant" and a misspelt "acountant" are near. Each
/// distinct feature gets a number; a word's own are worked out once.
/// </summary>
internal sealed class TitleFeatures
{
    private const int GramLength = 4;

    /// <summary>
    /// Runs of letters overlap and repeat what the word says already, so each counts less. Set on a grid of .3, .4, .5, .7.
    /// </summary>
    private const float GramWeight = 0.5f;

    /// <summary>
    /// Words on rank tell little of what the job is, and vacancies use them as they like. Set on a grid of .25, .5, 1.
    /// </summary>
    private const float RankWeight = 0.25f;

    private static readonly HashSet<string> RankStems = new(
        new[]
        {
            "senior",
            "junior",
            "lead",
            "staff",
            "principal",
            "intern",
            "internship",
            "trainee",
            "apprentice",
            "apprenticeship",
            "graduate",
            "mid",
            "intermediate",
            "executive",
            "specialist",
            "associate",
            "officer",
            "team",
            "general",
            "professional",
            "expert",
            "company",
        }.Select(Stemmer.Stem),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Stop = new(StringComparer.Ordinal)
    {
        "of",
        "and",
        "in",
        "for",
        "to",
        "with",
        "or",
        "by",
        "on",
        "level",
        "i",
        "ii",
        "iii",
        "iv",
    };

    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _grams = [];
    private readonly Dictionary<ulong, int> _pairs = [];
    private readonly List<float> _weights = [];

    private readonly record struct Word(int Stem, int[] Grams);

    /// <summary>How much a feature counts for what it is, apart from how rare it is, 0-1.</summary>
    public ReadOnlySpan<float> Weights => CollectionsMarshal.AsSpan(_weights);

    /// <summary>Adds the features of a title's words, numbering those that are new.</summary>
    public void Learn(IReadOnlyList<string> words, List<int> features)
    {
        var previous = -1;
        foreach (var word in words)
        {
            if (IsStop(word))
            {
                continue;
            }
            if (!_words.TryGetValue(word, out var known))
            {
                _words.Add(
                    word,
                    known = new Word(
                        NumberOfStem(Stemmer.Stem(Alias(word))),
                        [.. Grams(word).Select(g => Number(_grams, g, GramWeight)).Distinct()]
                    )
                );
            }
            features.Add(known.Stem);
            features.AddRange(known.Grams);
            if (previous >= 0)
            {
                features.Add(Number(_pairs, Pair(previous, known.Stem), 1));
            }
            previous = known.Stem;
        }
    }

    /// <summary>Adds those features of the words that some title has, and says how many words no title has.</summary>
    public int Find(IReadOnlyList<string> words, List<int> features)
    {
        var previous = -1;
        var unknown = 0;
        foreach (var word in words)
        {
            if (IsStop(word))
            {
                continue;
            }
            if (!_stems.TryGetValue(Stemmer.Stem(Alias(word)), out var stem))
            {
                (stem, unknown) = (-1, unknown + 1);
            }
            else
            {
                features.Add(stem);
            }
            foreach (var gram in Grams(word))
            {
                if (_grams.TryGetValue(gram, out var number))
                {
                    features.Add(number);
                }
            }

            if (previous >= 0 && stem >= 0 && _pairs.TryGetValue(Pair(previous, stem), out var pair))
            {
                features.Add(pair);
            }
            previous = stem;
        }

        return unknown;
    }

    /// <summary>The stems of words that are compared, each with how much it counts for what it is.</summary>
    public static IEnumerable<(string Stem, float Weight)> Stems(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (IsStop(word))
            {
                continue;
            }
            var stem = Stemmer.Stem(Alias(word));
            yield return (stem, RankStems.Contains(stem) ? RankWeight : 1);
        }
    }

    /// <summary>Whether a word tells rank rather than trade.</summary>
    public static bool IsRank(string word) => RankStems.Contains(Stemmer.Stem(word));

    /// <summary>The word that catalogs write for it.</summary>
    private static string Alias(string word) => word == "it" ? "ict" : word;

    private static bool IsStop(string word) => Stop.Contains(word) || char.IsAsciiDigit(word[0]);

    private int NumberOfStem(string stem)
    {
        if (_stems.TryGetValue(stem, out var number))
        {
            return number;
        }
        _stems.Add(stem, number = _weights.Count);
        _weights.Add(RankStems.Contains(stem) ? RankWeight : 1);
        return number;
    }

    private int Number(Dictionary<ulong, int> numbers, ulong key, float weight)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
        if (known)
        {
            return number;
        }
        number = _weights.Count;
        _weights.Add(weight);
        return number;
    }

    private static ulong Pair(int a, int b) => a < b ? ((ulong)a << 32) | (uint)b : ((ulong)b << 32) | (uint)a;

    /// <summary>Each run of four characters of the word between marks of its ends, packed into a number.</summary>
    private static IEnumerable<ulong> Grams(string word)
    {
        for (var start = -1; start + GramLength <= word.Length + 1; start++)
        {
            ulong gram = 0;
            for (var i = start; i < start + GramLength; i++)
            {
                gram =
                    (gram << 16)
                    | (
                        i < 0 ? '<'
                        : i == word.Length ? '>'
                        : word[i]
                    );
            }
            yield return gram;
        }
    }
}
