namespace CareerRecs.Vocabulary;

/// <summary>
/// Enumerates the units of a phrase from left to right without allocating; a known pair wins over its two words.
/// </summary>
/// <param name="table">Words and pairs that are known.</param>
/// <param name="phrase">Text to enumerate.</param>
public ref struct PhraseUnits(UnitTable table, ReadOnlySpan<char> phrase)
{
    private const int LongestOnStack = 64;

    private readonly UnitTable _table = table;
    private WordSpans _words = new(phrase);
    private PhraseUnit? _next;
    private bool _started;

    /// <summary>The current unit.</summary>
    public PhraseUnit Current { get; private set; }

    /// <summary>This enumeration, for <c>foreach</c>.</summary>
    public readonly PhraseUnits GetEnumerator() => this;

    /// <summary>Moves to the next unit; false at the end of the phrase.</summary>
    public bool MoveNext()
    {
        if (!_started)
        {
            (_next, _started) = (ReadWord(), true);
        }

        if (_next is not { } word)
        {
            return false;
        }

        _next = ReadWord();
        if (_next is { } second && _table.FindPair(word.Key, second.Key) is { } pair)
        {
            (Current, _next) = (pair, ReadWord());
        }
        else
        {
            Current = word;
        }

        return true;
    }

    private PhraseUnit? ReadWord()
    {
        if (!_words.MoveNext())
        {
            return null;
        }

        var word = _words.Current;
        Span<char> lower = word.Length <= LongestOnStack ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return _table.FindWord(lower);
    }
}
