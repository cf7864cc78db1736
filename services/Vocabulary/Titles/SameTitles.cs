namespace CareerRecs.Vocabulary;

/// <summary>A role by a title of the catalog that answers the one asked.</summary>
/// <param name="Confidence">How sure, 0-1.</param>
/// <param name="Title">Number of the title.</param>
internal readonly record struct TitleAnswer(double Confidence, int Title);

/// <summary>
/// Finds the roles that have the very words of a title: as written, written out without junk, or but for the seniority.
/// </summary>
internal sealed class SameTitles
{
    private const double AsWritten = 1;
    private const double WrittenOut = 0.98;
    private const double ButForSeniority = 0.92;

    /// <summary>Most for a role that goes by a title as another name, where the title is another role's own.</summary>
    private const double BesideOwnTitle = 0.95;

    /// <summary>Share of the confidence that sources of the title give a role: all of it with as many as any role has.</summary>
    private const double AttestedShare = 0.2;

    private readonly List<TitleEntry> _titles;
    private readonly Dictionary<string, List<int>> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _writtenOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _core = new(StringComparer.Ordinal);

    /// <summary>Indexes the titles.</summary>
    public SameTitles(List<TitleEntry> titles)
    {
        _titles = titles;
        for (var t = 0; t < titles.Count; t++)
        {
            var plain = TitleText.Plain(titles[t].Text);
            Add(_written, plain, t);
            var writtenOut = string.Join(' ', titles[t].Words.Main);
            if (writtenOut != plain)
            {
                Add(_writtenOut, writtenOut, t);
            }

            Add(_core, titles[t].Core, t);
        }
    }

    /// <summary>The roles of the title, by number.</summary>
    public Dictionary<int, TitleAnswer> Find(string title, IReadOnlyList<string> words, string core)
    {
        var found = FindWritten(title);
        var writtenOut = string.Join(' ', words);
        Collect(_written, writtenOut, WrittenOut, found);
        Collect(_writtenOut, writtenOut, WrittenOut, found);
        Collect(_core, core, ButForSeniority, found);
        if (found.Count == 0)
        {
            // A catalog may have the abbreviation and not the words that it stands for.
            var literal = TitleText.Read(title, writeOut: false).Main;
            Collect(_core, string.Join(' ', SeniorityReader.Read(literal).CoreWords), ButForSeniority, found);
        }

        return BelowBetterAttested(BelowOwnTitle(found));
    }

    /// <summary>The roles of a title without its words on level, by number.</summary>
    public Dictionary<int, TitleAnswer> FindCore(string core)
    {
        var found = new Dictionary<int, TitleAnswer>();
        Collect(_core, core, ButForSeniority, found);
        return found;
    }

    /// <summary>
    /// The answers of a title that names no trade: alternate titles as vague as that ("assistant") reach the confidence at most.
    /// </summary>
    public Dictionary<int, TitleAnswer> WithoutGeneric(Dictionary<int, TitleAnswer> found, double most) =>
        found.ToDictionary(
            f => f.Key,
            f => IsOwn(f.Value) ? f.Value : f.Value with { Confidence = Math.Min(f.Value.Confidence, most) }
        );

    /// <summary>The roles that have the title as written; those that have it only when written out come after them.</summary>
    public Dictionary<int, TitleAnswer> FindWritten(string title)
    {
        var found = new Dictionary<int, TitleAnswer>();
        var plain = TitleText.Plain(title);
        Collect(_written, plain, AsWritten, found);
        Collect(_writtenOut, plain, WrittenOut, found);
        return found;
    }

    /// <summary>Keeps the best answer of each role; its own title goes before an alternate one of the same nearness.</summary>
    public void Keep(Dictionary<int, TitleAnswer> found, int title, double confidence)
    {
        var value = Math.Min(1, confidence + (_titles[title].Own ? 0.01 : 0));
        if (!found.TryGetValue(_titles[title].Role, out var known) || known.Confidence < value)
        {
            found[_titles[title].Role] = new TitleAnswer(value, title);
        }
    }

    /// <summary>A social worker is one, and no gerontology social worker, though that role is called so too.</summary>
    private Dictionary<int, TitleAnswer> BelowOwnTitle(Dictionary<int, TitleAnswer> found) =>
        found.Values.Any(IsOwn)
            ? found.ToDictionary(
                f => f.Key,
                f => IsOwn(f.Value) ? f.Value : f.Value with { Confidence = Math.Min(f.Value.Confidence, BesideOwnTitle) }
            )
            : found;

    /// <summary>
    /// A driver drives a heavy truck rather than a taxi, if six sources of the catalog say the one and one says the other.
    /// </summary>
    private Dictionary<int, TitleAnswer> BelowBetterAttested(Dictionary<int, TitleAnswer> found)
    {
        var most = found.Values.Where(f => !IsOwn(f)).Select(SourcesOf).DefaultIfEmpty().Max();
        return most <= 1
            ? found
            : found.ToDictionary(
                f => f.Key,
                f => IsOwn(f.Value) ? f.Value : f.Value with { Confidence = Attested(f.Value, most) }
            );
    }

    private double Attested(TitleAnswer answer, int most) =>
        answer.Confidence * (1 - (AttestedShare * (1 - ((double)SourcesOf(answer) / most))));

    private int SourcesOf(TitleAnswer answer) => _titles[answer.Title].Sources;

    private bool IsOwn(TitleAnswer answer) => _titles[answer.Title].Own && answer.Confidence >= WrittenOut;

    private static void Add(Dictionary<string, List<int>> index, string words, int title)
    {
        if (!index.TryGetValue(words, out var titles))
        {
            index.Add(words, titles = []);
        }
        titles.Add(title);
    }

    private void Collect(Dictionary<string, List<int>> index, string words, double confidence, Dictionary<int, TitleAnswer> found)
    {
        if (!index.TryGetValue(words, out var titles))
        {
            return;
        }
        foreach (var title in titles)
        {
            Keep(found, title, confidence);
        }
    }
}
