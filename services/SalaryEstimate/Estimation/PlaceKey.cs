namespace CareerRecs.Salary.Estimation;

/// <summary>Places in the form in which they are compared: lower case words, one space between, no punctuation.</summary>
internal static class PlaceKey
{
    public const int MaxLength = 200;

    public static string Of(string place)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(place, key)]);
    }

    public static int Write(ReadOnlySpan<char> place, Span<char> key)
    {
        if (place.Length > MaxLength) place = place[..MaxLength];
        var length = 0;
        var gap = false;
        foreach (var c in place)
        {
            if (!char.IsLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }

            if (gap) key[length++] = ' ';
            gap = false;
            key[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
