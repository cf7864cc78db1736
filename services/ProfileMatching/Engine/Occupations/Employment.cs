using System.Collections.Frozen;
using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Occupations;

/// <summary>How many people work in an occupation in the United States; the table names its source and year.</summary>
internal static class Employment
{
    private static readonly FrozenDictionary<string, double> BySoc = ParseTable();

    /// <summary>
    /// Employees by role; roles that share an occupation share its employees. Null where none is known, as of a role that is only
    /// a part of the occupation: how many of its people do just that nobody counts.
    /// </summary>
    public static double?[] CountEmployees(IReadOnlyList<Role> roles)
    {
        var codes = roles.Select(role => OccupationCodes.FindSoc(role, code => code.Match != CodeMatch.Broad)).ToList();
        var sharing = codes.OfType<string>().CountBy(c => c, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. codes.Select(code =>
                code is not null && BySoc.TryGetValue(code, out var employees) ? employees / sharing[code] : (double?)null
            ),
        ];
    }

    private static FrozenDictionary<string, double> ParseTable()
    {
        using var reader = new StringReader(ParameterFiles.Text("employment.csv"));
        var employees = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split(',');
            employees.Add(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture));
        }

        return employees.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
