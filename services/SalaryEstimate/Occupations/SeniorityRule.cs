using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>Which seniority a query is about, and whether anything said so.</summary>
public static class SeniorityRule
{
    private static readonly string[] Words =
    [
        "not stated",
        "intern",
        "junior",
        "mid",
        "senior",
        "lead",
        "principal",
        "executive",
    ];

    /// <summary>The level asked for, else that of the role, else of its title; null where none is stated.</summary>
    /// <param name="query">The query.</param>
    /// <param name="occupation">Title of the role's occupation: "Head" in "Chefs and Head Cooks" states no level.</param>
    public static Seniority? Stated(SalaryQuery query, string occupation = "")
    {
        if (query.Seniority != Seniority.Unspecified)
        {
            return Bounded(query.Seniority);
        }
        if (query.Role.Seniority != Seniority.Unspecified)
        {
            return Bounded(query.Role.Seniority);
        }
        var stated = PayTitleIndex.Seniority(query.Role.Title);
        return stated == Seniority.Unspecified || TitleKey.Of(query.Role.Title) == TitleKey.Of(occupation) ? null : stated;
    }

    /// <summary>The level stated, else that of the years; null where neither is known.</summary>
    public static Seniority? Of(SalaryQuery query, string occupation = "") =>
        Stated(query, occupation) ?? (query.HasYearsExperience ? OfYears(query.YearsExperience) : null);

    /// <summary>0-1 years junior, 2-4 mid, 5-8 senior, 9 and more lead.</summary>
    public static Seniority OfYears(double years) =>
        years switch
        {
            < 2 => Seniority.Junior,
            < 5 => Seniority.Mid,
            < 9 => Seniority.Senior,
            _ => Seniority.Lead,
        };

    /// <summary>The word for it: "senior".</summary>
    public static string Word(Seniority seniority) => Words[(int)seniority];

    // Requests have known levels only, but a role that was looked up may come from a catalog with a newer contract.
    private static Seniority Bounded(Seniority seniority) =>
        seniority is > Seniority.Unspecified and <= Seniority.Executive ? seniority : Seniority.Executive;
}
