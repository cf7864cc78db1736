using System.Collections.Concurrent;

namespace CareerRecs.Vocabulary;

/// <summary>A word or a pair of words of a phrase.</summary>
/// <param name="Row">Row of its vector; null if the word is unknown.</param>
/// <param name="Key">Key of the word, or the two keys of a pair with a space between.</param>
/// <param name="Words">Number of words: 1 or 2.</param>
public readonly record struct PhraseUnit(int? Row, string Key, int Words);

/// <summary>
/// Words and frequent pairs of words ("machine learning") that have a vector, and the segmentation of a phrase into them.
/// </summary>
public sealed class UnitTable
{
    private const int LongestKey = 80;

    /// <summary>Words in another form than their key that are remembered: a catalog has tens of thousands of texts and few words.</summary>
    private const int MostOtherForms = 65_536;

    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _keys;
    private readonly ConcurrentDictionary<string, PhraseUnit> _otherForms = new(StringComparer.Ordinal);

    /// <summary>A table in which the unit at an index has the row of that index.</summary>
    /// <param name="keys">Keys of words (<see cref="WordKeys"/>), and pairs of keys with a space between.</param>
    public UnitTable(string[] keys)
    {
        _keys = keys;
        // Built at first use of the encoder: a frozen dictionary would take ten times as long to build.
        _rows = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        for (var row = 0; row < keys.Length; row++)
        {
            _rows.Add(keys[row], row);
        }

        _lookup = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of units.</summary>
    public int Count => _keys.Length;

    /// <summary>Keys of the units by row.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Row of a key; null if the table lacks it.</summary>
    public int? FindRow(string key) => _rows.TryGetValue(key, out var row) ? row : null;

    /// <summary>Units of a phrase from left to right; a known pair wins over its two words.</summary>
    public List<PhraseUnit> Segment(string phrase)
    {
        var tokens = TextAnalysis.Tokenize(phrase);
        var units = new List<PhraseUnit>(tokens.Count);
        var next = tokens.Count > 0 ? FindWord(tokens[0].Text) : default;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = next;
            next = i + 1 < tokens.Count ? FindWord(tokens[i + 1].Text) : default;
            if (i + 1 < tokens.Count && FindPair(word.Key, next.Key) is { } pair)
            {
                units.Add(new PhraseUnit(pair, _keys[pair], 2));
                i++;
                next = i + 1 < tokens.Count ? FindWord(tokens[i + 1].Text) : default;
                continue;
            }

            units.Add(word);
        }

        return units;
    }

    private PhraseUnit FindWord(string word)
    {
        if (_rows.TryGetValue(word, out var row))
        {
            return new PhraseUnit(row, word, 1);
        }

        if (_otherForms.TryGetValue(word, out var known))
        {
            return known;
        }

        var key = WordKeys.KeyFor(word);
        var unit = new PhraseUnit(FindRow(key), key, 1);
        if (_otherForms.Count < MostOtherForms)
        {
            _otherForms.TryAdd(word, unit);
        }

        return unit;
    }

    private int? FindPair(string first, string second)
    {
        var length = first.Length + second.Length + 1;
        if (length > LongestKey)
        {
            return null;
        }

        Span<char> key = stackalloc char[length];
        first.CopyTo(key);
        key[first.Length] = ' ';
        second.CopyTo(key[(first.Length + 1)..]);
        return _lookup.TryGetValue(key, out var row) ? row : null;
    }
}
