using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Training.Shipped;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Training;

/// <summary>
/// Reads observations as rows to fit to, in the form in which the survey is read, or says why one cannot be used. Titles and
/// places that come again are read once, and equal texts are kept once.
/// </summary>
public sealed class ObservationReader(SalaryModelData model)
{
    /// <summary>More is a typing error, not a yearly base pay.</summary>
    public const double MostPay = 5_000_000;

    private const int MostYearsOfRate = 1; // a rate of 2026 makes half of what pay in lira was worth in 2023

    private readonly Dictionary<string, ReportedTitle> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>
    /// The row; null where it is left out, and <paramref name="leftOut"/> says why, in words without anything of the row itself.
    /// </summary>
    public PayRow? Read(PayObservation observation, out string leftOut)
    {
        var title = TitleOf(observation.Title);
        var country = CountryOf(observation.Location);
        int? year = observation.Observed is { Year: > 0 } date ? date.Year : null;
        var rate = model.Exchange.Find(observation.Amount.CurrencyCode, Exchange.Usd);
        var pay = Math.Round(observation.Amount.Units * (rate?.Factor ?? 1));
        leftOut =
            observation.PayComponent == PayComponent.Total ? "total pay; the model is of base pay"
            : rate is null ? $"pay in {observation.Amount.CurrencyCode}; the model has no rate for it"
            : rate.Value.Year - year is > MostYearsOfRate or < -MostYearsOfRate
                ? $"pay in {observation.Amount.CurrencyCode} of years that the model's rate does not speak of"
            : pay < SurveyTable.LeastPay
                ? FormattableString.Invariant($"under {SurveyTable.LeastPay:N0} USD a year; no full-time pay of these jobs")
            : pay > MostPay ? FormattableString.Invariant($"over {MostPay:N0} USD a year; taken for a typing error")
            : title.Key.Length == 0 ? "a title without words"
            : country is null ? "a place whose country is not known"
            : "";
        if (leftOut.Length > 0)
        {
            return null;
        }
        return new PayRow(
            new PayFacts
            {
                Title = title.Key,
                Band = BandOf(observation, title),
                Country = country!,
                Residence = observation.Residence.Length > 0 ? Once(observation.Residence) : country!,
                Employer = Once(PayFacts.EmployerKey(observation.Employer)),
                Remote = observation.HasRemoteShare ? PayFacts.RemoteOf(observation.RemoteShare) : "",
                Size = PayFacts.SizeOf(observation.CompanySize),
                Year = year,
            },
            pay
        );
    }

    private static double? BandOf(PayObservation observation, ReportedTitle title)
    {
        var seniority =
            observation.Seniority != Seniority.Unspecified ? observation.Seniority
            : title.Seniority != Seniority.Unspecified ? title.Seniority
            : observation.HasYearsExperience ? SeniorityRule.OfYears(observation.YearsExperience)
            : Seniority.Unspecified;
        return seniority == Seniority.Unspecified ? null : Math.Round(ExperienceBand.Of(seniority));
    }

    private ReportedTitle TitleOf(string title)
    {
        if (!_titles.TryGetValue(title, out var read))
        {
            read = ReportedTitle.Read(title);
            _titles.Add(title, read = read with { Key = Once(read.Key) });
        }

        return read;
    }

    private string? CountryOf(string location)
    {
        if (!_countries.TryGetValue(location, out var country))
        {
            _countries.Add(location, country = FindCountry(location) is { } found ? Once(found) : null);
        }
        return country;
    }

    /// <summary>The country of a place that the model knows, else the one that it names last: "Lagos, Nigeria".</summary>
    private string? FindCountry(string location)
    {
        if (model.Places.Find(location) is { } known)
        {
            return known.Place.Country;
        }
        var last = location[(location.LastIndexOf(',') + 1)..].Trim();
        // Not by a code, which a state may have too: "Berlin, DE".
        return
            last.Length > 2
            && model.Places.Find(last)
                is { Place: { Kind: PlaceKind.Country or PlaceKind.Abroad or PlaceKind.Elsewhere } country }
            ? country.Country
            : null;
    }

    private string Once(string text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }
        _texts.Add(text, text);
        return text;
    }
}
