using System.Collections.Frozen;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// The texts of the roles (titles, overview, responsibilities, skills) as TF-IDF vectors of unit length, inverted: cosine of a
/// person's text against all roles in one pass over the postings of its terms. Term frequencies are taken as they are: on real
/// resumes dampening them, on either side, found fewer right occupations.
/// </summary>
public sealed class TextIndex
{
    // Function words, and the words that stand in resumes where a name or a place was taken out.
    private static readonly FrozenSet<string> StopWords = (
        "a about above after all also am an and any are as at be been being "
        + "both but by can could did do does doing during each few for from "
        + "further had has have having he her here him his how i if in into is "
        + "it its just may me more most my no nor not of off on once only or "
        + "other our out over own per she so some such than that the their them "
        + "then there these they this those through to too under until up us "
        + "very was we were what when where which while who whom why will with would you your etc company name city state"
    )
        .Split(' ')
        .Select(Stemmer.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Longest word of a role's text that is a term.</summary>
    internal const int LongestTerm = 64;

    /// <summary>
    /// Weight of a word that no role uses against one that a single role uses: slang and names say little either way.
    /// </summary>
    private const float UnknownShare = 0.5f;

    private readonly RoleTerms _texts;
    private readonly (RoleId Role, float Weight)[][] _postings;
    private readonly float[] _idf;
    private readonly float _unknownIdf;
    private readonly FamilyTexts _families;

    private TextIndex(RoleTerms texts, RoleFamilies families)
    {
        _texts = texts;
        var documents = texts.Counts;
        var lists = new List<(RoleId Role, int Count)>[texts.Words.Count];
        for (var role = 0; role < documents.Count; role++)
        {
            foreach (var (term, count) in documents[role])
            {
                (lists[term] ??= []).Add((new RoleId(role), count));
            }
        }

        _unknownIdf = (float)Math.Log(1 + documents.Count);
        _idf = [.. lists.Select(l => (float)Math.Log((documents.Count + 1.0) / (l.Count + 0.5)))];
        var norms = new double[documents.Count];
        for (var id = 0; id < lists.Length; id++)
        {
            foreach (var (role, count) in lists[id])
            {
                norms[role.Index] += (double)count * count * _idf[id] * _idf[id];
            }
        }

        _postings =
        [
            .. lists.Select(
                (l, id) => l.Select(p => (p.Role, (float)(p.Count * _idf[id] / Math.Sqrt(norms[p.Role.Index])))).ToArray()
            ),
        ];
        _families = new FamilyTexts(families, _postings);
    }

    /// <summary>The index over the roles of a version.</summary>
    internal static TextIndex Build(CatalogSnapshot snapshot, RoleFamilies families) => new(new RoleTerms(snapshot), families);

    /// <summary>The terms of a text with how often each occurs: words without stop words, stemmed.</summary>
    public static Dictionary<string, int> Terms(IEnumerable<Token> tokens)
    {
        var byWord = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            Count(byWord, token.Text, 1);
        }
        return ByStem(byWord);
    }

    /// <summary>The terms of a text, each occurrence counted as often as its token weighs.</summary>
    internal static Dictionary<string, int> Terms(IReadOnlyList<Token> tokens, ReadOnlySpan<int> weights)
    {
        var byWord = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            Count(byWord, tokens[i].Text, weights[i]);
        }
        return ByStem(byWord);
    }

    /// <summary>Whether any role's text has the term.</summary>
    public bool Knows(string term) => _texts.Ids.ContainsKey(term);

    /// <summary>
    /// Adds the cosine of the terms with each role's text to <paramref name="cosines"/>, and the mean cosine with the texts of
    /// its lines of work to <paramref name="families"/>. Terms no role uses do not count.
    /// </summary>
    public void Score(IReadOnlyDictionary<string, int> terms, Span<float> cosines, Span<float> families)
    {
        double norm = 0;
        var products = new float[_families.Count];
        // In the order of the index: sums of fractions depend on the order, and the order in which things were said does not
        // matter.
        var known = new List<(int Id, int Count)>(terms.Count);
        foreach (var (term, count) in terms)
        {
            if (_texts.Ids.TryGetValue(term, out var id))
            {
                known.Add((id, count));
            }
        }

        known.Sort();
        foreach (var (id, count) in known)
        {
            var weight = count * _idf[id];
            norm += weight * weight;
            foreach (var (role, roleWeight) in _postings[id])
            {
                cosines[role.Index] += weight * roleWeight;
            }
            _families.Add(id, weight, products);
        }

        if (norm <= 0)
        {
            return;
        }
        var scale = (float)(1 / Math.Sqrt(norm));
        for (var r = 0; r < cosines.Length; r++)
        {
            cosines[r] *= scale;
            families[r] = _families.Mean(products, new RoleId(r)) * scale;
        }
    }

    /// <summary>
    /// Adds to each role, times a weight, the share (0-1) of a phrase's words that its texts use: rare words count for more, and
    /// words that no role uses count as missing.
    /// </summary>
    public void AddShares(IReadOnlyCollection<string> terms, float weight, Span<float> shares)
    {
        var known = new List<int>(terms.Count);
        var whole = 0f;
        var unknown = _unknownIdf * UnknownShare;
        foreach (var term in terms)
        {
            if (_texts.Ids.TryGetValue(term, out var id))
            {
                known.Add(id);
                whole += _idf[id];
            }
            else
            {
                whole += unknown;
            }
        }

        // In the order of the index: sums of fractions depend on the order.
        known.Sort();
        foreach (var id in known)
        {
            var share = weight * _idf[id] / whole;
            foreach (var (role, _) in _postings[id])
            {
                shares[role.Index] += share;
            }
        }
    }

    /// <summary>The words of a role that weigh most in the cosine with the given terms, heaviest first.</summary>
    public IEnumerable<string> Shared(IReadOnlyDictionary<string, int> terms, RoleId role, int most) =>
        terms
            .Where(t => _texts.Ids.ContainsKey(t.Key))
            .Select(t => (t.Key, Id: _texts.Ids[t.Key], Count: t.Value))
            .Select(t => (t.Key, t.Id, Weight: t.Count * _idf[t.Id] * WeightIn(_postings[t.Id], role)))
            .Where(t => t.Weight > 0)
            .OrderByDescending(t => t.Weight)
            .ThenBy(t => t.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(t => _texts.Words[t.Id]);

    /// <summary>The weight in a role's text; 0 where the term is not in it. Postings are in the order of the roles.</summary>
    private static float WeightIn((RoleId Role, float Weight)[] postings, RoleId role)
    {
        var (low, high) = (0, postings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (postings[middle].Role == role)
            {
                return postings[middle].Weight;
            }
            if (postings[middle].Role < role)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return 0;
    }

    /// <summary>Whether a lower-case word is a term: no stop word, number or single letter.</summary>
    /// <param name="word">The word.</param>
    /// <param name="stem">Receives its stem, under which it counts.</param>
    internal static bool IsTerm(string word, out string stem)
    {
        stem = "";
        if (word.Length < 2 || char.IsAsciiDigit(word[0]))
        {
            return false;
        }

        stem = Stemmer.Stem(word);
        return !StopWords.Contains(stem);
    }

    private static void Count(Dictionary<string, int> byWord, string word, int times) =>
        byWord[word] = byWord.GetValueOrDefault(word) + times;

    private static Dictionary<string, int> ByStem(Dictionary<string, int> byWord)
    {
        var counts = new Dictionary<string, int>(byWord.Count, StringComparer.Ordinal);
        foreach (var (word, count) in byWord)
        {
            if (IsTerm(word, out var stem))
            {
                counts[stem] = counts.GetValueOrDefault(stem) + count;
            }
        }

        return counts;
    }
}
