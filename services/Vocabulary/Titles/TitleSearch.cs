namespace CareerRecs.Vocabulary;

/// <summary>
/// Titles by their words for what is typed so far: the last word may be unfinished, and others that no title has; one letter of a
/// word may be wrong, and the words come in any order. What counts is how much of what was typed a title has, the rarer word the
/// more; of titles that have as much the shorter goes first, since less of it was not asked for.
/// </summary>
internal sealed class TitleSearch
{
    private const float Unfinished = 0.9f;
    private const float Misspelt = 0.8f;
    private const int LeastMisspelt = 4;
    private const int LeastPrefix = 3;

    /// <summary>How much a title must say nothing else to be all that was asked.</summary>
    private const float ShareOfBrevity = 0.3f;

    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly string[] _vocabulary;
    private readonly int[] _lengths;

    /// <summary>Indexes the words of the titles.</summary>
    public TitleSearch(List<TitleEntry> titles)
    {
        _lengths = new int[titles.Count];
        for (var t = 0; t < titles.Count; t++)
        {
            foreach (var word in titles[t].Words.Main.Concat(titles[t].Words.Aside))
            {
                if (!_postings.TryGetValue(word, out var postings))
                {
                    _postings.Add(word, postings = []);
                }
                if (postings.Count > 0 && postings[^1] == t)
                {
                    continue;
                }
                postings.Add(t);
                _lengths[t]++;
            }
        }

        _vocabulary = [.. _postings.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Nearness 0-1 of each title to the words, 0 for those that share none.</summary>
    public float[] Score(IReadOnlyList<string> words)
    {
        var scores = new float[_lengths.Length];
        var said = new int[_lengths.Length];
        var nearest = new float[_lengths.Length];
        var touched = new List<int>();
        var asked = 0f;
        for (var i = 0; i < words.Count; i++)
        {
            // The forms that one typed word may stand for answer in each other's place: the best of them counts for a title.
            foreach (var (titles, nearness) in Forms(words[i], unfinished: i == words.Count - 1))
            {
                foreach (var title in titles)
                {
                    if (nearest[title] == 0)
                    {
                        touched.Add(title);
                    }
                    nearest[title] = Math.Max(nearest[title], nearness);
                }
            }

            var rarity = Rarity(touched.Count);
            asked += rarity;
            foreach (var title in touched)
            {
                scores[title] += rarity * nearest[title];
                said[title]++;
                nearest[title] = 0;
            }

            touched.Clear();
        }

        for (var t = 0; t < scores.Length; t++)
        {
            if (scores[t] > 0)
            {
                scores[t] =
                    scores[t] / asked * (1 - ShareOfBrevity + (ShareOfBrevity * Math.Min(1, (float)said[t] / _lengths[t])));
            }
        }

        return scores;
    }

    private float Rarity(int titles) => MathF.Log(1 + ((_lengths.Length + 1f) / Math.Max(1, titles)));

    /// <summary>The titles that a typed word may mean, with how surely.</summary>
    private IEnumerable<(IReadOnlyList<int> Titles, float Nearness)> Forms(string word, bool unfinished)
    {
        var known = _postings.TryGetValue(word, out var written);
        if (known)
        {
            yield return (written!, 1);
        }
        if (TitleAbbreviations.TryWriteOut(word, out var writtenOut))
        {
            known = true;
            yield return (WithAll(writtenOut), 1);
        }

        if (unfinished || (!known && word.Length >= LeastPrefix))
        {
            var at = Array.BinarySearch(_vocabulary, word, StringComparer.Ordinal);
            for (
                var i = at < 0 ? ~at : at + 1;
                i < _vocabulary.Length && _vocabulary[i].StartsWith(word, StringComparison.Ordinal);
                i++
            )
            {
                known = true;
                yield return (_postings[_vocabulary[i]], Unfinished);
            }
        }

        if (known || word.Length < LeastMisspelt)
        {
            yield break;
        }
        foreach (var near in _vocabulary)
        {
            if (Math.Abs(near.Length - word.Length) <= 1 && EditDistance.Between(word, near, 1) <= 1)
            {
                yield return (_postings[near], Misspelt);
            }
        }
    }

    private List<int> WithAll(string[] words)
    {
        IEnumerable<int>? titles = null;
        foreach (var word in words)
        {
            if (!_postings.TryGetValue(word, out var postings))
            {
                return [];
            }
            titles = titles is null ? postings : titles.Intersect(postings);
        }

        return [.. titles ?? []];
    }
}
