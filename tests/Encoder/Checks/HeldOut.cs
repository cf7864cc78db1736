namespace CareerRecs.Encoder;

/// <summary>Alternate titles and everyday phrases kept out of training, to measure on.</summary>
public sealed class HeldOut
{
    private const int TitlesOneIn = 20;
    private const int OccupationsOneIn = 10;

    private readonly HashSet<string> _titles;
    private readonly HashSet<Occupation> _occupations;
    private readonly bool _trainsOnAllPhrases;

    /// <summary>
    /// Keeps out 5 % of the alternate titles, wherever they appear, and the everyday phrases of 10 % of O*NET's occupations and
    /// of the ESCO occupations that the crosswalk joins to them.
    /// </summary>
    /// <param name="taxonomies">Occupations to choose from.</param>
    /// <param name="trainsOnAllPhrases">Whether training uses those phrases all the same, for the encoder that ships.</param>
    public HeldOut(Taxonomies taxonomies, bool trainsOnAllPhrases)
    {
        _trainsOnAllPhrases = trainsOnAllPhrases;
        var titles = taxonomies
            .Occupations.SelectMany(o => o.OtherTitles)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        new Random(5).Shuffle(titles);
        _titles = titles.Take(titles.Length / TitlesOneIn).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _titles.ExceptWith(taxonomies.Occupations.Select(o => o.Title));

        var onet = taxonomies.Occupations.Where(o => o.IsOnet).OrderBy(o => o.Id, StringComparer.Ordinal).ToArray();
        new Random(6).Shuffle(onet);
        _occupations = [.. onet.Take(onet.Length / OccupationsOneIn)];
        var joined = taxonomies.Crosswalk.Where(pair => _occupations.Contains(pair.Onet)).Select(pair => pair.Esco).ToArray();
        _occupations.UnionWith(joined);
    }

    /// <summary>Occupations whose everyday phrases are asked for in the checks.</summary>
    public IReadOnlyCollection<Occupation> Occupations => _occupations;

    /// <summary>Whether a title is kept out.</summary>
    public bool Contains(string title) => _titles.Contains(title);

    /// <summary>Everyday phrases of an occupation that take part in training.</summary>
    public IReadOnlyList<string> TrainedPhrases(Occupation occupation) =>
        _trainsOnAllPhrases || !_occupations.Contains(occupation) ? occupation.Everyday : [];
}
