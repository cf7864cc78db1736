namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>
/// The titles that one cell of O*NET holds: "Chief Executive Officer (CEO)" is two ways to write one title, where
/// "Operations Officer, Afloat (Naval Tactical Data Systems)" is one title with a qualification.
/// </summary>
public static class TitleForms
{
    /// <summary>The titles in a cell, the first as it stands before the brackets.</summary>
    /// <param name="title">The title as published.</param>
    /// <param name="shortTitle">The short form that O*NET gives next to it, or empty.</param>
    public static IReadOnlyList<string> Of(string title, string shortTitle)
    {
        var open = title.IndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !title.EndsWith(')') || title.IndexOf('(', open + 2) >= 0)
        {
            return shortTitle.Length > 0 ? [title, shortTitle] : [title];
        }

        var outside = title[..open];
        var inside = title[(open + 2)..^1];
        if (shortTitle == outside || shortTitle == inside || Abbreviates(inside, outside) || Abbreviates(outside, inside))
        {
            return [outside, inside];
        }
        return shortTitle.Length > 0 ? [title, shortTitle] : [title];
    }

    /// <summary>
    /// Whether the one is a shorter writing of the other: "CEO", "Finance VP", "Auto Body Repair Tech". Word by word
    /// from both ends, the same words agree; what is left begins with the same letter.
    /// </summary>
    private static bool Abbreviates(string shorter, string longer)
    {
        if (shorter.Length >= longer.Length)
        {
            return false;
        }
        var few = shorter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var many = longer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = 0;
        while (from < few.Length && from < many.Length && Same(few[from], many[from]))
        {
            from++;
        }
        var end = 0;
        while (end < few.Length - from && end < many.Length - from && Same(few[^(end + 1)], many[^(end + 1)]))
        {
            end++;
        }

        // Exactly one word stands for the rest, by its initials or as its beginning.
        if (few.Length - from - end != 1 || many.Length - from - end < 1)
        {
            return false;
        }
        var rest = many[from..^end];
        var word = few[from];
        var initials = string.Concat(rest.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
        return word.Equals(initials, StringComparison.OrdinalIgnoreCase)
            || (rest.Length == 1 && rest[0].StartsWith(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
