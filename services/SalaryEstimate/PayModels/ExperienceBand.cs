using CareerRecs.Types.V1;

namespace CareerRecs.Salary.PayModels;

/// <summary>Where a seniority lies among the experience bands of the survey: entry 0, mid 1, senior 2, executive 3.</summary>
internal static class ExperienceBand
{
    public const double Entry = 0;

    /// <summary>
    /// The survey has no lead and no principal: they lie between senior and executive, a third of the way each.
    /// </summary>
    public static double Of(Seniority seniority) =>
        seniority switch
        {
            Seniority.Intern or Seniority.Junior => Entry,
            Seniority.Mid => 1,
            Seniority.Senior => 2,
            Seniority.Lead => 2.33,
            Seniority.Principal => 2.67,
            _ => 3,
        };
}
