using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Shadowing;

/// <summary>
/// The questions that two models are compared on: occupations and titles that either knows, at levels, in places that both know.
/// </summary>
internal static class ShadowQuestions
{
    private const int MostTitles = 500;
    private const int MostCities = 4;
    private const int MostCountries = 4;
    private static readonly Seniority[] Levels =
    [
        Seniority.Unspecified,
        Seniority.Junior,
        Seniority.Mid,
        Seniority.Senior,
        Seniority.Lead,
    ];

    /// <summary>The questions, in an order that is always the same: at most some 30,000.</summary>
    public static IEnumerable<(string Title, SalaryQuery Query)> Of(SalaryModelData one, SalaryModelData other)
    {
        var roles = Occupations(one, other).Concat(Titles(one, other)).ToArray();
        var places = Places(one, other).ToArray();
        return from role in roles
            from level in Levels
            from place in places
            select (
                role.Title,
                new SalaryQuery
                {
                    Role = role.Role,
                    Seniority = level,
                    Location = place,
                    Currency = "USD",
                }
            );
    }

    private static IEnumerable<(string Title, RoleReference Role)> Occupations(SalaryModelData one, SalaryModelData other) =>
        one
            .Occupations.All.Concat(other.Occupations.All)
            .Where(o => o.Wages.Level == OccupationLevel.Detailed)
            .DistinctBy(o => o.Wages.Soc, StringComparer.Ordinal)
            .OrderBy(o => o.Wages.Soc, StringComparer.Ordinal)
            .Select(o => (o.Wages.Title, new RoleReference { SocCodes = { o.Wages.Soc } }));

    // Those with most rows: what few people are asked about moves by chance.
    private static IEnumerable<(string Title, RoleReference Role)> Titles(SalaryModelData one, SalaryModelData other) =>
        Counted(one)
            .Concat(Counted(other))
            .GroupBy(t => t.Title, StringComparer.Ordinal)
            .Select(g => (Title: g.Key, Rows: g.Max(t => t.Rows)))
            .OrderByDescending(t => t.Rows)
            .ThenBy(t => t.Title, StringComparer.Ordinal)
            .Take(MostTitles)
            .Select(t => (t.Title, new RoleReference { Title = t.Title }));

    private static IEnumerable<(string Title, int Rows)> Counted(SalaryModelData model) =>
        model.Survey is not { } survey
            ? []
            : survey
                .Model.Facets.Values[(int)PayFacet.Title]
                .Select(title => (title, survey.Rows(new PayFacts { Title = title, Country = Countries.Home })))
                .Where(t => t.Item2 >= ToldApart.Fewest);

    private static IEnumerable<string> Places(SalaryModelData one, SalaryModelData other)
    {
        yield return "";
        foreach (var place in Both(one.Places.Metros, other.Places.Metros).Take(MostCities))
        {
            yield return place;
        }
        foreach (var place in Both(one.Places.Abroad, other.Places.Abroad).Take(MostCountries))
        {
            yield return place;
        }
    }

    private static IEnumerable<string> Both(IEnumerable<Place> places, IEnumerable<Place> others) =>
        places.Select(p => p.Name).Intersect(others.Select(p => p.Name), StringComparer.Ordinal);
}
