using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>Which seniority a query is about, and whether anything said so.</summary>
public static class SeniorityRule
{
    private static readonly string[] Words = ["not stated", "intern", "junior", "mid", "senior", "lead", "principal", "executive"];

    /// <summary>The one asked for, else that of the role, of its title, of the years; else <paramref name="fallback"/>, not known.</summary>
    public static (Seniority Seniority, bool Known) Of(SalaryQuery query, Seniority fallback)
    {
        if (query.Seniority != Seniority.Unspecified) return (Bounded(query.Seniority), true);
        if (query.Role.Seniority != Seniority.Unspecified) return (Bounded(query.Role.Seniority), true);
        if (TitleIndex.Seniority(query.Role.Title) is var stated and not Seniority.Unspecified) return (stated, true);
        return query.HasYearsExperience ? (OfYears(query.YearsExperience), true) : (fallback, false);
    }

    /// <summary>0-1 years junior, 2-4 mid, 5-8 senior, 9 and more lead.</summary>
    public static Seniority OfYears(double years) => years switch
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
