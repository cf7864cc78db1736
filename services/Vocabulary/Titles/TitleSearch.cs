namespace CareerRecs.Vocabulary;

/// <summary>
/// Titles by their words for what is typed so far: the last word may be unfinished, one letter of a word wrong, the words in any order.
/// </summary>
internal sealed class TitleSearch
{
    private const double Unfinished = 0.9;
    private const double Misspelt = 0.8;
    private const int LeastMisspelt = 4;

    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly string[] _vocabulary;
    private readonly int _titles;
    private readonly float[] _norms;

    /// <summary>Indexes the words of the titles.</summary>
    public TitleSearch(List<TitleEntry> titles)
    {
        _titles = titles.Count;
        for (var t = 0; t < titles.Count; t++)
        {
            foreach (var word in titles[t].Words.Main.Concat(titles[t].Words.Aside))
            {
                if (!_postings.TryGetValue(word, out var postings)) _postings.Add(word, postings = []);
                if (postings.Count == 0 || postings[^1] != t) postings.Add(t);
            }
        }

        _norms = new float[titles.Count];
        foreach (var postings in _postings.Values)
        {
            var rarity = Rarity(postings.Count);
            foreach (var title in postings) _norms[title] += (float)(rarity * rarity);
        }

        foreach (ref var norm in _norms.AsSpan()) norm = MathF.Sqrt(norm);
        _vocabulary = [.. _postings.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Nearness 0-1 of each title to the words, 0 for those that share none.</summary>
    public float[] Score(IReadOnlyList<string> words)
    {
        var scores = new float[_titles];
        double norm = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var last = i == words.Count - 1;
            // The forms that one typed word may stand for answer in each other's place: the best of them counts for a title.
            var best = new Dictionary<int, float>();
            double rarest = 0;
            foreach (var (word, nearness) in Expand(words[i], last))
            {
                var postings = _postings[word];
                var rarity = Rarity(postings.Count);
                rarest = Math.Max(rarest, nearness * rarity);
                var adds = (float)(nearness * rarity * rarity);
                foreach (var title in postings) best[title] = Math.Max(best.GetValueOrDefault(title), adds);
            }

            foreach (var (title, adds) in best) scores[title] += adds;
            norm += rarest == 0 ? Rarity(1) * Rarity(1) : rarest * rarest;
        }

        norm = Math.Sqrt(norm);
        for (var t = 0; t < scores.Length; t++)
        {
            if (scores[t] > 0) scores[t] = (float)Math.Min(1, scores[t] / (norm * _norms[t]));
        }

        return scores;
    }

    private double Rarity(int titles) => Math.Log((_titles + 1.0) / titles);

    private IEnumerable<(string Word, double Nearness)> Expand(string word, bool unfinished)
    {
        var known = _postings.ContainsKey(word);
        if (known) yield return (word, 1);
        if (unfinished)
        {
            var at = Array.BinarySearch(_vocabulary, word, StringComparer.Ordinal);
            for (var i = at < 0 ? ~at : at + 1; i < _vocabulary.Length && _vocabulary[i].StartsWith(word, StringComparison.Ordinal); i++)
            {
                known = true;
                yield return (_vocabulary[i], Unfinished);
            }
        }

        if (known || word.Length < LeastMisspelt) yield break;
        foreach (var near in _vocabulary)
        {
            if (Math.Abs(near.Length - word.Length) <= 1 && SpellingIndex.Distance(word, near, 1) <= 1) yield return (near, Misspelt);
        }
    }
}
