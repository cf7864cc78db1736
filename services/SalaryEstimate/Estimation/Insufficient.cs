using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Estimation;

/// <summary>The reasons for which there is no estimate, in words that say what would help.</summary>
public static class Insufficient
{
    private const int MostCurrencies = 20;

    /// <summary>A place that is not known: misspelt, or one that no table has.</summary>
    public static SalaryResult Place(SalaryModelData model, string location)
    {
        var near = NearPlaces.Find(model.Places, location);
        var message = $"no pay evidence for {location.Trim()}; near: {string.Join(" / ", near)}; known: {KnownPlaces(model)}";
        return Result(Reason.UnknownPlace, message, near);
    }

    /// <summary>A country without any evidence.</summary>
    public static SalaryResult Country(SalaryModelData model, PlaceMatch country) =>
        Result(
            Reason.UnknownPlace,
            $"no pay evidence for {country.Asked}; known: {KnownPlaces(model)}",
            [model.Places.Country.Name]
        );

    /// <summary>No evidence for the role in another country.</summary>
    public static SalaryResult Abroad(SalaryModelData model, PlaceMatch country) =>
        Result(
            Reason.UnknownPlace,
            model.Abroad.ContainsKey(country.Place.Code)
                ? $"no pay evidence for this role in {country.Asked}: the country's wage table does not have the occupation"
                : $"no pay evidence for this role in {country.Asked}: only {model.Survey?.Subject} are known there",
            [model.Places.Country.Name]
        );

    /// <summary>No evidence for the role.</summary>
    public static SalaryResult Role(RoleReference role)
    {
        var asked =
            role.SocCodes.Count > 0 ? string.Join(", ", role.SocCodes)
            : role.Title.Length > 0 ? $"\"{role.Title}\""
            : role.Name.Length > 0 ? role.Name
            : "a role without codes, title and name";
        return Result(
            Reason.UnknownRole,
            $"no pay evidence for {asked}; a SOC code, \"15-2051\", or a common title would help",
            []
        );
    }

    /// <summary>No rate for the currency.</summary>
    internal static SalaryResult Currency(string currency, IEnumerable<string> known)
    {
        string[] near =
        [
            .. known
                .OrderBy(code => SpellingDistance.Of(currency, code))
                .ThenBy(code => code, StringComparer.Ordinal)
                .Take(MostCurrencies),
        ];
        return Result(Reason.UnknownCurrency, $"no rate for {currency}; known: {string.Join(", ", near)}", near);
    }

    /// <summary>No evidence for total pay.</summary>
    public static SalaryResult TotalPay() =>
        Result(Reason.UnknownPayComponent, "total pay is not published for this role; base pay is known", ["base"]);

    private static string KnownPlaces(SalaryModelData model)
    {
        var known = string.Create(
            CultureInfo.InvariantCulture,
            $"United States and {model.Places.Metros.Length} US metropolitan areas"
        );
        if (model.Survey is { Countries.Length: > 0 } survey)
        {
            known += $", for {survey.Subject} also {string.Join(", ", survey.Countries.Select(c => c.Name))} as a whole";
        }
        var abroad = model.Abroad.Keys.Order(StringComparer.Ordinal).Select(code => Countries.ByCode[code].Name);
        return model.Abroad.Count == 0 ? known : $"{known}, by wage tables also {string.Join(", ", abroad)} as a whole";
    }

    private static SalaryResult Result(Reason reason, string message, IEnumerable<string> known) =>
        new()
        {
            InsufficientEvidence = new InsufficientPayEvidence
            {
                Reason = reason,
                Message = message,
                Known = { known },
            },
        };
}
