using CareerRecs.Salary.Estimation;

namespace CareerRecs.Salary.Training;

/// <summary>An employer is told apart only where that many rows stand behind it that nobody's pay shows.</summary>
public static class EmployerRule
{
    /// <summary>Employers with fewer rows are none.</summary>
    public const int FewestRows = 10;

    /// <summary>The rows, without employers that have too few.</summary>
    public static IReadOnlyList<PayRow> Apply(IReadOnlyCollection<PayRow> rows)
    {
        var told = rows.Where(r => r.Facts.Employer.Length > 0)
            .GroupBy(r => r.Facts.Employer, StringComparer.Ordinal).Where(g => g.Count() >= FewestRows)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(r => r.Facts.Employer.Length == 0 || told.Contains(r.Facts.Employer) ? r : r with { Facts = r.Facts with { Employer = "" } })];
    }

    /// <summary>The groups of effects for rows.</summary>
    public static PaySpec SpecOf(IReadOnlyCollection<PayRow> rows) =>
        rows.Any(r => r.Facts.Employer.Length > 0) ? PaySpecs.SurveyWithEmployers : PaySpecs.Survey;
}
