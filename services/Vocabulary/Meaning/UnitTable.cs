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

    /// <summary>
    /// Words in another form than their key that are remembered: a catalog has tens of thousands of texts and few words.
    /// </summary>
    private const int MostOtherForms = 65_536;

    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _keys;
    private readonly HashSet<string> _firstOfPairs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhraseUnit> _otherForms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhraseUnit>.AlternateLookup<ReadOnlySpan<char>> _otherFormLookup;
    private int _otherFormCount;

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
            if (keys[row].IndexOf(' ') is var space and > 0)
            {
                _firstOfPairs.Add(keys[row][..space]);
            }
        }

        _lookup = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
        _otherFormLookup = _otherForms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of units.</summary>
    public int Count => _keys.Length;

    /// <summary>Keys of the units by row.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Row of a key; null if the table lacks it.</summary>
    public int? FindRow(string key) => _rows.TryGetValue(key, out var row) ? row : null;

    /// <summary>Enumerates the units of a phrase from left to right; a known pair wins over its two words.</summary>
    public PhraseUnits Enumerate(ReadOnlySpan<char> phrase) => new(this, phrase);

    /// <summary>Lists the units of a phrase from left to right.</summary>
    public List<PhraseUnit> Segment(string phrase)
    {
        var units = new List<PhraseUnit>();
        foreach (var unit in Enumerate(phrase))
        {
            units.Add(unit);
        }

        return units;
    }

    /// <summary>Finds the unit of a lower-case word.</summary>
    internal PhraseUnit FindWord(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var row))
        {
            return new PhraseUnit(row, _keys[row], 1);
        }

        if (_otherFormLookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var key = WordKeys.KeyFor(word.ToString());
        var unit = new PhraseUnit(FindRow(key), key, 1);
        // A count of its own: the dictionary's takes every lock.
        if (_otherFormCount < MostOtherForms && _otherForms.TryAdd(word.ToString(), unit))
        {
            Interlocked.Increment(ref _otherFormCount);
        }

        return unit;
    }

    /// <summary>Finds the unit of two words in a row; null if the table has no such pair.</summary>
    internal PhraseUnit? FindPair(string first, string second)
    {
        var length = first.Length + second.Length + 1;
        if (length > LongestKey || !_firstOfPairs.Contains(first))
        {
            return null;
        }

        Span<char> key = stackalloc char[length];
        first.CopyTo(key);
        key[first.Length] = ' ';
        second.CopyTo(key[(first.Length + 1)..]);
        return _lookup.TryGetValue(key, out var row) ? new PhraseUnit(row, _keys[row], 2) : null;
    }
}
