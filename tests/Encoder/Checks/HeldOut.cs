namespace CareerRecs.Encoder;

/// <summary>Alternate titles kept out of training, to measure on.</summary>
public sealed class HeldOut
{
    private const int OneIn = 20;

    private readonly HashSet<string> _titles;

    /// <summary>Keeps 5 % of the alternate titles of the occupations out, wherever they appear.</summary>
    public HeldOut(Taxonomies taxonomies)
    {
        var titles = taxonomies.Occupations.SelectMany(o => o.OtherTitles).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase).ToArray();
        new Random(5).Shuffle(titles);
        _titles = titles.Take(titles.Length / OneIn).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _titles.ExceptWith(taxonomies.Occupations.Select(o => o.Title));
    }

    /// <summary>Whether a title is kept out.</summary>
    public bool Contains(string title) => _titles.Contains(title);
}
