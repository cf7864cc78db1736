using System.Collections.Frozen;
using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Engine.Fit;

namespace CareerRecs.Matching.Engine.Moves;

/// <summary>How many people work in an occupation in the United States; the table names its source and year.</summary>
internal static class Employment
{
    private const int SocLength = 7;

    private static readonly FrozenDictionary<string, double> BySoc = Read();

    /// <summary>The 2018 SOC code that a role's codes begin with, "15-2051"; null where it has none.</summary>
    public static string? SocOf(Role role) => SocOf(role, _ => true);

    /// <summary>
    /// Employees by role; roles that share an occupation share its employees. Null where none is known, as of a role that is only a part
    /// of the occupation: how many of its people do just that nobody counts.
    /// </summary>
    public static double?[] Of(IReadOnlyList<Role> roles)
    {
        var codes = roles.Select(role => SocOf(role, code => code.Match != CodeMatch.Broad)).ToList();
        var sharing = codes.OfType<string>().GroupBy(c => c, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. codes.Select(code => code is not null && BySoc.TryGetValue(code, out var employees) ? employees / sharing[code] : (double?)null)];
    }

    private static string? SocOf(Role role, Func<Code, bool> counts)
    {
        foreach (var code in role.Codes)
        {
            if (code.System is CodeSystem.Soc or CodeSystem.Onet && code.Value.Length >= SocLength && counts(code)) return code.Value[..SocLength];
        }

        return null;
    }

    private static FrozenDictionary<string, double> Read()
    {
        using var reader = new StringReader(ParameterFiles.Text("employment.csv"));
        var employees = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split(',');
            employees.Add(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture));
        }

        return employees.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
