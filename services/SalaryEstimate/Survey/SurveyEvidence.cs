using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Survey;

/// <summary>All that was found for a query that the survey answers.</summary>
internal readonly record struct SurveyEvidence(
    SurveyTitle Title,
    PublishedRole? Role,
    Seniority? Seniority,
    PlaceMatch Place,
    Occupation? Occupation,
    double? TotalRatio
)
{
    /// <summary>Its place in the experience bands; null where no seniority is known.</summary>
    public double? Band => Seniority is { } level ? ExperienceBand.Of(level) : null;

    public bool IsBetweenBands => Band is { } band && band != Math.Floor(band);

    public bool IsWholeCountry => Place.Place.Kind is PlaceKind.Country or PlaceKind.Abroad;

    public double PlaceFactor => Occupation is null ? 1 : Place.Place.FactorOf(Occupation);

    public bool IsWithoutWages => Occupation is null ? !IsWholeCountry : Place.Place.WithoutWages[Occupation.PlaceGroup];

    /// <summary>What is known of the employer.</summary>
    public EmployerFacts Employer { get; init; }

    /// <summary>What the fitted model is asked; its last year stands for the years after it.</summary>
    public PayFacts Facts(int year) =>
        new()
        {
            Title = Title.Title,
            Band = Band,
            Country = Place.Place.Country,
            Year = year,
            Size = Employer.Size,
            Remote = Employer.Remote,
            Employer = Employer.Key,
        };
}
