using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;
using Date = Google.Type.Date;

namespace CareerRecs.Salary.Estimation;

/// <summary>A salary model compiled for answering: immutable, shared by all requests.</summary>
public sealed class SalaryModelData
{
    private const string ComputingGroup = "15-0000";

    private readonly ImmutableArray<Seniority> _extrapolated;

    private SalaryModelData(ModelParameters parameters)
    {
        Parameters = parameters;
        Name = $"salaryModels/{parameters.Id}";
        var growths = new WageGrowths(parameters);
        var compiled = new CompiledOccupations(parameters, WageTableTerms.Home(parameters, growths));
        Occupations = new OccupationIndex(compiled.Home());
        Abroad = parameters.Countries.ToFrozenDictionary(
            table => table.Country,
            table => new OccupationIndex(compiled.Abroad(table, WageTableTerms.Of(table, growths))),
            StringComparer.Ordinal
        );
        Titles = new PayTitleIndex(Occupations, parameters);
        Survey = parameters.Pay is { } pay ? new SurveyPay(pay, growths, Titles) : null;
        Places = new PlaceIndex(parameters, [.. Abroad.Keys, .. Survey?.Countries.Select(c => c.Code) ?? []]);
        Exchange = new Exchange(parameters.Rates);
        AreaSource = $"{parameters.Place.Source}; {parameters.Areas?.Source.Name}";
        Computing =
            Occupations.Own(ComputingGroup)
            ?? Occupations.All.FirstOrDefault(o => o.Wages.Soc.StartsWith("15-", StringComparison.Ordinal));
        _extrapolated = parameters.Seniority.Extrapolated;
        Experience = parameters.Experience is { } experience ? new ExperienceCurve(experience) : null;
        SeniorityShare = parameters.Spread.Seniority;
        PlaceShare = parameters.Spread.Place;
    }

    /// <summary>What it was compiled from.</summary>
    public ModelParameters Parameters { get; }

    /// <summary>Resource name: "salaryModels/2026.11.4".</summary>
    public string Name { get; }

    /// <summary>Occupations by code.</summary>
    public OccupationIndex Occupations { get; }

    /// <summary>Occupations of other countries that the model has wages of, by ISO 3166-1 alpha-2 code.</summary>
    public FrozenDictionary<string, OccupationIndex> Abroad { get; }

    /// <summary>Occupations and roles by title.</summary>
    public PayTitleIndex Titles { get; }

    /// <summary>Places.</summary>
    public PlaceIndex Places { get; }

    /// <summary>Pay fitted to a survey; null where the wage table answers for all roles.</summary>
    public SurveyPay? Survey { get; }

    /// <summary>
    /// Computing jobs as a group: they stand for a title of the survey whose occupation is not known. Null where the table has
    /// none.
    /// </summary>
    internal Occupation? Computing { get; }

    /// <summary>What experience does to pay from a wage table; null: the factors of computing jobs stand for all.</summary>
    internal ExperienceCurve? Experience { get; }

    internal Exchange Exchange { get; }

    /// <summary>Where a place factor is from that an occupation's own wages in the area refine.</summary>
    internal string AreaSource { get; }

    internal double SeniorityShare { get; }
    internal double PlaceShare { get; }

    /// <summary>Compiles a model; <see cref="FormatException"/> where the parameters are not those of one.</summary>
    public static SalaryModelData Compile(ModelParameters parameters) => new(parameters);

    internal bool IsExtrapolated(Seniority seniority) => _extrapolated.Contains(seniority);

    internal Date AsOf() =>
        new()
        {
            Year = Parameters.AsOf.Year,
            Month = Parameters.AsOf.Month,
            Day = Parameters.AsOf.Day,
        };
}
