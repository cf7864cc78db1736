namespace CareerRecs.Vocabulary;

/// <summary>
/// Phrases by their words: finds the longest phrase that starts at a place in a text, in steps linear in its length.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<(int Node, string Word), int> _edges = [];
    private readonly List<int> _values = [-1];

    /// <summary>Adds a phrase; the first value of a phrase stays.</summary>
    public void Add(ReadOnlySpan<string> words, int value)
    {
        var node = 0;
        foreach (var word in words)
        {
            if (!_edges.TryGetValue((node, word), out var next))
            {
                next = _values.Count;
                _values.Add(-1);
                _edges.Add((node, word), next);
            }

            node = next;
        }

        if (node != 0 && _values[node] < 0)
        {
            _values[node] = value;
        }
    }

    /// <summary>
    /// The value of the longest phrase that starts with <paramref name="words"/>[<paramref name="start"/>] and ends before
    /// <paramref name="end"/>, and its length in words; -1 for none.
    /// </summary>
    public (int Value, int Length) Longest(IReadOnlyList<string> words, int start, int end)
    {
        var node = 0;
        var best = (Value: -1, Length: 0);
        for (var i = start; i < end && _edges.TryGetValue((node, words[i]), out node); i++)
        {
            if (_values[node] >= 0)
            {
                best = (_values[node], i - start + 1);
            }
        }

        return best;
    }

    /// <summary>The value of a phrase of one word; -1 for none.</summary>
    public int Single(string word) => _edges.TryGetValue((0, word), out var node) ? _values[node] : -1;
}
