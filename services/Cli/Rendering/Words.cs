using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>The contract's values in the words people read.</summary>
public static class Words
{
    /// <summary>"mid level"; empty where not stated.</summary>
    public static string Level(Seniority seniority) =>
        seniority switch
        {
            Seniority.Unspecified => "",
            Seniority.Intern => "intern",
            Seniority.Executive => "executive",
            _ => $"{seniority.ToString().ToLowerInvariant()} level",
        };

    /// <summary>A service's message, with the option in place of the field of the request that it tells to set.</summary>
    public static string Options(string message) =>
        message
            .Replace("accept_fewer_roles", "--accept-fewer-roles", StringComparison.Ordinal)
            .Replace("set query.currency of both", "give --currency", StringComparison.Ordinal);

    /// <summary>"4 years", "1 year", "2.5 years".</summary>
    public static string Years(double years) =>
        years.ToString("0.#", CultureInfo.InvariantCulture) + (years == 1 ? " year" : " years");

    /// <summary>How good a fit is, in a word.</summary>
    public static string Band(FitBand band) => band == FitBand.Unspecified ? "" : band.ToString();

    /// <summary>What a component of a fit is called.</summary>
    public static string Component(ComponentKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What kind of step a role would be.</summary>
    public static string Step(StepKind step) =>
        step switch
        {
            StepKind.StepUp => "a step up",
            StepKind.SameLevel => "same line, same level",
            StepKind.CloseRelative => "a close relative",
            StepKind.CareerChange => "a career change",
            StepKind.StepDown => "a step down",
            _ => "",
        };

    /// <summary>"1 role", "58 roles", "1,016 roles".</summary>
    public static string Count(long number, string one, string? many = null) =>
        number.ToString("N0", CultureInfo.InvariantCulture) + " " + (number == 1 ? one : many ?? one + "s");

    /// <summary>The last segment of a resource name.</summary>
    public static string Id(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>"built-in catalog 2026.11", "O*NET 29.3".</summary>
    public static string Catalog(AnswerVersions versions)
    {
        var name = versions.CatalogDisplayName;
        if (name.Length == 0)
        {
            name = versions.CatalogVersion.Split('/') is [_, var id, ..] ? id : "catalog";
        }
        // "Built-in catalog" stands in a sentence here; a name like "O*NET" keeps its capitals.
        if (name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]))
        {
            name = char.ToLowerInvariant(name[0]) + name[1..];
        }

        return $"{name} {Id(versions.CatalogVersion)}";
    }

    /// <summary>"8 in 10" for 0.8, "95 in 100" for 0.95.</summary>
    public static string InTen(double share)
    {
        var tenths = share * 10;
        return Math.Abs(tenths - Math.Round(tenths)) < 1e-9
            ? string.Create(CultureInfo.InvariantCulture, $"{tenths:0} in 10")
            : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} in 100");
    }

    /// <summary>"an associate's degree", "a licence".</summary>
    public static string WithArticle(string noun) =>
        "aeiou".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => string.Join(", ", items.Take(items.Count - 1)) + $" {last} {items[^1]}",
        };
}
