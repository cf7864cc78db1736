namespace CareerRecs.Catalog.Import.Esco;

/// <summary>Readable last segments of names, unique within a kind. ESCO's own are UUIDs; they stand in the codes.</summary>
internal sealed class EscoIds(string otherwise)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>
    /// The slug of a label. Where another concept has it, the start of the URI's UUID is added, which a later release keeps;
    /// concepts are therefore named in the order of their URIs.
    /// </summary>
    public string Next(string label, string uri)
    {
        var slug = Slug.Of(label, otherwise);
        if (_taken.Add(slug))
        {
            return slug;
        }
        var end = Slug.Of(uri[(uri.LastIndexOf('/') + 1)..], otherwise);
        var stem = slug = $"{slug}-{end[..Math.Min(8, end.Length)]}";
        for (var i = 2; !_taken.Add(slug); i++)
        {
            slug = $"{stem}-{i}";
        }
        return slug;
    }
}
