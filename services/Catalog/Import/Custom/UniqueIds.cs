namespace CareerRecs.Catalog.Import.Custom;

/// <summary>
/// Last segments of names, readable and unlike all that are taken: titles that differ in signs alone, or are of another script,
/// keep apart.
/// </summary>
internal sealed class UniqueIds(IEnumerable<string> taken, string otherwise)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The slug of a title, with a number where it is taken.</summary>
    public string Next(string title)
    {
        var stem = Slug.Of(title, otherwise);
        var id = stem;
        for (var i = 2; !_taken.Add(id); i++)
        {
            id = $"{stem}-{i}";
        }
        return id;
    }
}
