using System.Globalization;
using CareerRecs.Salary.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Estimation;

/// <summary>The reasons for which there is no estimate, in words that say what would help.</summary>
public static class Insufficient
{
    /// <summary>No evidence for the place.</summary>
    public static SalaryResult Place(SalaryModelData model, string location)
    {
        var near = NearPlaces.Find(model.Places, location);
        var abroad = model.Places.Abroad.Length == 0 ? ""
            : $", for jobs in data, AI and software also {string.Join(", ", model.Places.Abroad.Select(c => c.Name))} as a whole";
        var message = string.Create(CultureInfo.InvariantCulture,
            $"no pay evidence for {location.Trim()}; known: United States and {model.Places.Metros.Length} US metropolitan areas{abroad}");
        return Result(Reason.UnknownPlace, message, near);
    }

    /// <summary>No evidence for the role in another country: wage tables are of the United States.</summary>
    public static SalaryResult Abroad(Place country) => Result(Reason.UnknownPlace,
        $"no pay evidence for this role in {country.Name}: only titles of a survey of jobs in data, AI and software are known there", ["United States"]);

    /// <summary>No evidence for the role.</summary>
    public static SalaryResult Role(RoleReference role)
    {
        var asked = role.SocCodes.Count > 0 ? string.Join(", ", role.SocCodes)
            : role.Title.Length > 0 ? $"\"{role.Title}\""
            : role.Name.Length > 0 ? role.Name
            : "a role without codes, title and name";
        return Result(Reason.UnknownRole, $"no pay evidence for {asked}; a SOC code, \"15-2051\", or a common title would help", []);
    }

    /// <summary>No rate for the currency.</summary>
    public static SalaryResult Currency(string currency) =>
        Result(Reason.UnknownCurrency, $"no rate for {currency}; known: USD", ["USD"]);

    /// <summary>No evidence for total pay.</summary>
    public static SalaryResult TotalPay() =>
        Result(Reason.UnknownPayComponent, "total pay is not published for this role; base pay is known", ["base"]);

    private static SalaryResult Result(Reason reason, string message, IEnumerable<string> known) =>
        new() { InsufficientEvidence = new InsufficientPayEvidence { Reason = reason, Message = message, Known = { known } } };
}
