using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>A skill to learn for a role.</summary>
/// <param name="Demand">The skill as the role asks for it.</param>
/// <param name="Points">Points of proficiency that are missing, after what a related skill stands in for.</param>
internal readonly record struct Lack(Demand Demand, double Points);

/// <summary>
/// What is there against what a role requires. Apart from fit: it says how far it is, not how good it would be.
/// </summary>
internal static class Readiness
{
    /// <summary>What is to learn for a role whose source names no essentials: so many of the heaviest skills.</summary>
    private const int WithoutEssentials = 10;

    /// <summary>The share of the role's weight that is there, 0-1; 0 for a role that states no skills.</summary>
    public static double Of(PersonView there, RoleId role)
    {
        double met = 0;
        foreach (var demand in there.Index.Demands(role))
        {
            met += demand.Weight * Covered(there, demand);
        }

        var total = there.Index.TotalWeight[role];
        return total > 0 ? Math.Min(1, met / total) : 0;
    }

    /// <summary>
    /// What is to learn for the role, the heaviest first: the essentials that are missing or short. The rest comes with the work.
    /// </summary>
    public static List<Lack> Lacks(PersonView there, RoleId role)
    {
        var demands = there.Index.Demands(role);
        var essentials = false;
        foreach (var demand in demands)
        {
            essentials |= demand.Essential;
        }

        var lacks = new List<Lack>();
        for (var i = 0; i < demands.Length && (essentials || i < WithoutEssentials); i++)
        {
            if (essentials && !demands[i].Essential)
            {
                continue;
            }

            var points = demands[i].Level * (1 - Covered(there, demands[i]));
            if (points > 0 && !OwnSkills.HasNearlyEnough(there, demands[i]))
            {
                lacks.Add(new Lack(demands[i], points));
            }
        }

        return lacks;
    }

    /// <summary>How far a demand is met, by the skill itself or one that stands in, 0-1.</summary>
    private static double Covered(PersonView there, Demand demand)
    {
        var (direct, standIn) = FitFunction.Coverage(there, demand);
        return Math.Min(1, direct + standIn);
    }
}
