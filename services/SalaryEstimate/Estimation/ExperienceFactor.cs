using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>The factor of years or of a level in an estimate from a wage table.</summary>
internal sealed record ExperienceFactor(string Kind, string Label, double Value, string Source)
{
    /// <summary>The level; unspecified where the factor is that of years.</summary>
    public Seniority Level { get; init; }

    /// <summary>Whether it is read from the occupation's own wages; if not, it is a factor of computing jobs.</summary>
    public bool IsOwnWages { get; init; }

    /// <summary>The factor that a query asks for; null where it states neither years nor a level.</summary>
    /// <param name="query">The query.</param>
    /// <param name="occupation">The occupation.</param>
    /// <param name="role">The role with published pay, whose levels have published pay too; null for any other.</param>
    /// <param name="model">The model.</param>
    public static ExperienceFactor? FromQuery(
        SalaryQuery query,
        Occupation occupation,
        PublishedRole? role,
        SalaryModelData model
    )
    {
        if (model.Experience is { } curve && role is null)
        {
            return SeniorityRule.Stated(query, occupation.Wages.Title) is { } level ? curve.FromLevel(level, occupation)
                : query.HasYearsExperience ? curve.FromYears(query.YearsExperience, occupation)
                : null;
        }

        return SeniorityRule.Of(query, occupation.Wages.Title) is { } seniority
            ? FromComputing(seniority, occupation, model.Parameters.Seniority)
            : null;
    }

    private static ExperienceFactor FromComputing(Seniority level, Occupation occupation, SeniorityNote note) =>
        new("seniority", SeniorityRule.Word(level), occupation.SeniorityFactors[(int)level], note.Source) { Level = level };
}
