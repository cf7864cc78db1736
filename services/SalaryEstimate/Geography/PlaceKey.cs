namespace CareerRecs.Salary.Geography;

/// <summary>
/// Places in the form in which they are compared: lower case words without accents, one space between, no punctuation.
/// </summary>
internal static class PlaceKey
{
    public const int MaxLength = 200;

    // Letter by letter; the host runs without culture data, so normalization cannot be relied on.
    private const string Accented = "àáâãäåāăąçćčďèéêëēėęěğìíîïīįıłñńňòóôõöøōőřśşšșťțùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccdeeeeeeeegiiiiiiilnnnoooooooorssssttuuuuuuuyyzzz";

    // Words that people and job boards put around a place: "Greater Toronto Area", "Berlin (remote)".
    private static readonly string[] Decorations = ["greater", "metro", "metropolitan", "area", "region", "remote"];

    public static string Of(string place)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(place, key)]);
    }

    public static int Write(ReadOnlySpan<char> place, Span<char> key)
    {
        if (place.Length > MaxLength)
        {
            place = place[..MaxLength];
        }
        var length = 0;
        var gap = false;
        foreach (var c in place)
        {
            if (!char.IsLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                key[length++] = ' ';
            }
            gap = false;
            key[length++] = WithoutAccent(char.ToLowerInvariant(c));
        }

        return length;
    }

    /// <summary>Writes a key without the words that only decorate a place, and returns its length.</summary>
    public static int WriteUndecorated(ReadOnlySpan<char> key, Span<char> plain)
    {
        var length = 0;
        foreach (var range in key.Split(' '))
        {
            var word = key[range];
            if (IsDecoration(word))
            {
                continue;
            }

            if (length > 0)
            {
                plain[length++] = ' ';
            }

            word.CopyTo(plain[length..]);
            length += word.Length;
        }

        return length;
    }

    private static bool IsDecoration(ReadOnlySpan<char> word)
    {
        foreach (var decoration in Decorations)
        {
            if (word.SequenceEqual(decoration))
            {
                return true;
            }
        }

        return false;
    }

    private static char WithoutAccent(char c)
    {
        if (char.IsAscii(c))
        {
            return c;
        }

        var at = Accented.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Plain[at];
    }
}
