namespace CareerRecs.Vocabulary;

/// <summary>
/// Enumerates where the words of a text start and end, without allocating. Letters and digits make words; "+", "#" and "."
/// belong to a word where they do in the names of tools ("c++", "c#", ".net", "node.js").
/// </summary>
/// <param name="text">Text to split.</param>
public ref struct WordSpans(ReadOnlySpan<char> text)
{
    private const int LongestWithSign = 20;

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>Start of the current word in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>End of the current word, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>Letters of the current word as written.</summary>
    public readonly ReadOnlySpan<char> Current => _text[Start..End];

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        var text = _text;
        var i = _next;
        while (i < text.Length && !StartsWord(text, i))
        {
            i++;
        }

        if (i >= text.Length)
        {
            _next = i;
            return false;
        }

        Start = i++;
        while (i < text.Length && ContinuesWord(text, i))
        {
            i++;
        }

        while (i < text.Length && text[i] is '+' or '#' && i - Start <= LongestWithSign)
        {
            i++;
        }

        _next = End = i;
        return true;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int i) =>
        char.IsLetterOrDigit(text[i])
        || (
            text[i] == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
        );

    private static bool ContinuesWord(ReadOnlySpan<char> text, int i)
    {
        if (char.IsLetterOrDigit(text[i]))
        {
            return true;
        }

        // "node.js" and "3.11" go on behind the dot; "done.Then" is the end of a sentence that lost its space.
        if (text[i] != '.' || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]) || !char.IsLetterOrDigit(text[i - 1]))
        {
            return false;
        }

        var startsSentence =
            char.IsUpper(text[i + 1]) && i + 2 < text.Length && char.IsLower(text[i + 2]) && char.IsLower(text[i - 1]);
        return !startsSentence;
    }
}
