using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>A title of the survey that a role is read as; exact where only words of seniority are left out.</summary>
internal readonly record struct SurveyTitle(string Title, bool IsExact);

/// <summary>Pay fitted to a survey, compiled for answering: which roles it speaks of, and how many people stand behind each.</summary>
public sealed class SurveyPay
{
    private const int LeastRowsOfCountry = 50;

    // The survey is of jobs in data, AI and software: of another occupation the same title means other work ("architect").
    private static readonly string[] Occupations = ["15-", "11-3021"];

    private readonly PayCounts _counts;

    internal SurveyPay(PayModelParameters parameters, WageGrowth growth, DateOnly asOf)
    {
        Model = parameters.Compile();
        _counts = new PayCounts(parameters.Counts.IsDefault ? [] : parameters.Counts);
        Coverage = parameters.Coverage;
        Source = $"{parameters.Source.Name} ({parameters.Source.Licence})";
        Year = int.Parse(parameters.Source.Year, CultureInfo.InvariantCulture);
        var middle = new DateOnly(Year, 7, 1);
        Growth = Math.Pow(growth.PerYear, (asOf.DayNumber - middle.DayNumber) / 365.2425);
        GrowthLabel = FormattableString.Invariant($"from the middle of {Year} to {asOf:MMMM yyyy}");
        Countries = [.. SurveyCountries.All.Where(c => c.Code != SurveyCountries.Home && _counts.OfCountry(Model.Facets, c.Code) >= LeastRowsOfCountry)];
    }

    /// <summary>The fitted model.</summary>
    public PayModel Model { get; }

    /// <summary>What it was fitted to, with years and licence.</summary>
    public string Source { get; }

    /// <summary>Countries beside the United States with enough rows to answer for.</summary>
    public ImmutableArray<(string Code, string Name)> Countries { get; }

    internal MeasuredCoverage? Coverage { get; }
    internal int Year { get; }
    internal double Growth { get; }
    internal string GrowthLabel { get; }

    /// <summary>The rows behind an answer.</summary>
    internal int Rows(PayFacts facts) => _counts.Of(Model.Facets, facts);

    /// <summary>The title of the survey that a role is read as; null where it has none, or the role is of an occupation that it does not speak of.</summary>
    /// <param name="role">The role.</param>
    /// <param name="occupation">Its occupation in the wage table; null where it is not known.</param>
    /// <param name="published">Its published pay, if any; the survey may know the role by the name there.</param>
    internal SurveyTitle? Find(RoleReference role, Occupation? occupation, PublishedRole? published)
    {
        if (occupation is not null && !Array.Exists(Occupations, prefix => occupation.Wages.Soc.StartsWith(prefix, StringComparison.Ordinal)))
            return null;
        var title = role.Title.Length > 0 ? role.Title : role.Name[(role.Name.LastIndexOf('/') + 1)..];
        if (title.Length == 0) return null;
        var (whole, core) = (TitleKey.Of(title), TitleKey.WithoutSeniority(title));
        var read = Model.Facets.TitleRead(whole);
        if (read != whole && Model.Facets.TitleRead(core) is { Length: > 0 } readCore) read = readCore;
        if (read.Length == 0 && published is not null) core = read = Model.Facets.TitleRead(TitleKey.Of(published.Title));
        if (read.Length == 0) return null;
        var isExact = read == whole || read == core;
        // With no occupation to confirm it, part of a title or a word alone ("analyst") may mean anything.
        return occupation is null && !(isExact && read.Contains(' ', StringComparison.Ordinal)) ? null : new(read, isExact);
    }
}
