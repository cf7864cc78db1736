using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Survey;

/// <summary>A title of the survey that a role is read as; exact where only words of seniority are left out.</summary>
internal readonly record struct SurveyTitle(string Title, bool IsExact);

/// <summary>
/// Pay fitted to a survey, compiled for answering: which roles it speaks of, and how many people stand behind each.
/// </summary>
public sealed class SurveyPay
{
    private const int LeastRowsOfCountry = 50;

    // With fewer rows than this the shares of the levels lean on those of all titles.
    private const double LeaningRows = 20;

    private readonly ImmutableArray<string> _occupations;

    private readonly PayCounts _counts;
    private readonly FrozenDictionary<string, Growth> _growths;
    private readonly WageGrowths _index;
    private readonly PayTitleIndex _titles;

    internal SurveyPay(PayModelParameters parameters, WageGrowths growths, PayTitleIndex titles)
    {
        (_index, _titles) = (growths, titles);
        Model = parameters.Compile();
        _counts = new PayCounts(parameters.Counts.IsDefault ? [] : parameters.Counts);
        _occupations = parameters.Occupations ?? PayModelParameters.SurveyOccupations;
        Subject = parameters.Subject ?? PayModelParameters.SurveySubject;
        Coverage = parameters.Coverage;
        Source = $"{parameters.Source.Name} ({parameters.Source.Licence})";
        Year = int.Parse(parameters.Source.Year, CultureInfo.InvariantCulture);
        (BaselineLabel, YearLabel) = ($"{Subject}, all countries", Year.ToString(CultureInfo.InvariantCulture));
        var answered = Geography
            .Countries.All.Where(c => _counts.OfCountry(Model.Facets, c.Code) >= LeastRowsOfCountry)
            .ToArray();
        Countries = [.. answered.Where(c => c.Code != Geography.Countries.Home)];
        IsMostlyOfHome = 2 * _counts.OfCountry(Model.Facets, Geography.Countries.Home) >= _counts.Total;
        _growths = answered.ToFrozenDictionary(c => c.Code, c => growths.SinceMiddle(c.Code, Year), StringComparer.Ordinal);
    }

    /// <summary>The fitted model.</summary>
    public PayModel Model { get; }

    /// <summary>What it was fitted to, with years and licence.</summary>
    public string Source { get; }

    /// <summary>Countries beside the United States with enough rows to answer for.</summary>
    public ImmutableArray<CountryEntry> Countries { get; }

    /// <summary>The jobs that it speaks of, in words.</summary>
    internal string Subject { get; }

    internal MeasuredCoverage? Coverage { get; }

    /// <summary>Whether what was measured over all countries together speaks of the United States.</summary>
    internal bool IsMostlyOfHome { get; }

    internal int Year { get; }

    internal string BaselineLabel { get; }

    internal string YearLabel { get; }

    /// <summary>What brings its pay in a country to the model's date.</summary>
    internal Growth GrowthIn(string country) => _growths[country];

    /// <summary>
    /// The range of a job in its own year: of one after the model's, with the growth of wages since, as answers have it.
    /// </summary>
    internal PayRange Served(PayFacts facts)
    {
        if (facts.Year is not { } year || year <= Year)
        {
            return Model.Estimate(facts);
        }
        return Model.Estimate(facts with { Year = Year }).Times(_index.Between(facts.Country, Year, year));
    }

    /// <summary>
    /// The rows of single titles and bands in the countries that it answers for, where there are enough to be told.
    /// </summary>
    internal IEnumerable<(string Title, string Country, int Band, int Rows)> Counted() =>
        _counts.All(Model.Facets).Where(row => row.Rows >= ToldApart.Fewest && SpeaksOf(row.Country));

    /// <summary>
    /// Whether it answers for a job: for its country, and for its title with the occupation that the wage table takes the title
    /// for.
    /// </summary>
    public bool Answers(PayFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return SpeaksOf(facts.Country)
            && Find(new RoleReference { Title = facts.Title }, _titles.Occupation(facts.Title)?.Occupation, published: null)
                is { } read
            && read.Title == Model.Facets.TitleRead(facts.Title);
    }

    /// <summary>Whether it has enough rows of a country to answer for it.</summary>
    internal bool SpeaksOf(string country) => _growths.ContainsKey(country);

    /// <summary>
    /// The range of a job; where the level is not known that of all levels together, each with its share of the rows.
    /// </summary>
    internal PayRange Range(PayFacts facts)
    {
        var typical = Model.Estimate(facts);
        if (facts.Band is not null)
        {
            return typical;
        }
        var rows = Rows(facts);
        var bands = Model
            .Bands.Select(
                (band, i) =>
                {
                    var level = facts with { Band = i };
                    return ((Rows(level) + LeaningRows * band.Share) / (rows + LeaningRows), Model.Estimate(level));
                }
            )
            .ToArray();
        var (p10, p25, p50, p75, p90) = BandMixture.Percentiles(bands);
        // The factors go on multiplying to the median: what the levels together differ by is a part of what they add.
        var factors = typical.Factors.Select(f => f.Kind == "seniority" ? (f.Kind, f.Value * p50 / typical.P50) : f);
        return new PayRange(p10, p25, p50, p75, p90, [.. factors]);
    }

    /// <summary>Whether it knows what a size of company, a share of remote work or an employer does to pay.</summary>
    internal bool Knows(PayFacet facet, string value) => Model.Facets.Has(facet, value);

    /// <summary>The rows behind an answer.</summary>
    internal int Rows(PayFacts facts) => _counts.Of(Model.Facets, facts);

    /// <summary>
    /// The title of the survey that a role is read as; null where it has none, or the role is of an occupation that it does not
    /// speak of.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="occupation">Its occupation in the wage table; null where it is not known.</param>
    /// <param name="published">Its published pay, if any; the survey may know the role by the name there.</param>
    internal SurveyTitle? Find(RoleReference role, Occupation? occupation, PublishedRole? published)
    {
        if (
            occupation is not null
            && !_occupations.Any(prefix => occupation.Wages.Soc.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            return null;
        }
        var title = role.Title.Length > 0 ? role.Title : role.Name[(role.Name.LastIndexOf('/') + 1)..];
        if (title.Length == 0)
        {
            return null;
        }
        var whole = TitleKey.Of(title);
        var read = Model.Facets.TitleRead(whole);
        var core = read == whole ? whole : TitleKey.WithoutSeniority(title);
        if (read != whole && Model.Facets.TitleRead(core) is { Length: > 0 } readCore)
        {
            read = readCore;
        }
        if (
            read != whole
            && read != core
            && ReportedTitle.Read(title).Key is var written
            && Model.Facets.TitleRead(written) == written
        )
        {
            core = read = written;
        }
        if (read.Length == 0 && published is not null)
        {
            core = read = Model.Facets.TitleRead(TitleKey.Of(published.Title));
        }
        if (read.Length == 0)
        {
            return null;
        }
        var isExact = read == whole || read == core;
        // With no occupation to confirm it, part of a title or a word alone ("analyst") may mean anything.
        return occupation is null && !(isExact && read.Contains(' ', StringComparison.Ordinal)) ? null : new(read, isExact);
    }
}
