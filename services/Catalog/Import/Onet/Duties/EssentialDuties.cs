using System.Collections.Frozen;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>
/// Chooses the duties that tell a role from the others: many core tasks rest on them, few roles share them, their words
/// are those of the role, and each adds something to the ones chosen before.
/// </summary>
internal sealed class EssentialDuties(int roles, RoleWords words)
{
    /// <summary>Most duties that a role gets.</summary>
    public const int Most = 8;

    /// <summary>Weight of a duty none of whose words the role uses, and what full nearness adds to it.</summary>
    private const double FarWeight = 0.3;
    private const double NearWeight = 2;

    /// <summary>Weight of a duty about working alongside others, in a role that is not described by it.</summary>
    private const double SideWeight = 0.6;

    // Every occupation confers, reports and keeps records; only some are described by it.
    private static readonly FrozenSet<string> SideVerbs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Assign",
        "Assist",
        "Collaborate",
        "Communicate",
        "Confer",
        "Coordinate",
        "Direct",
        "Discuss",
        "Document",
        "Maintain",
        "Monitor",
        "Notify",
        "Order",
        "Record",
        "Report",
        "Review",
        "Supervise",
        "Train",
        "Update",
        "Verify"
    );

    /// <summary>
    /// The duties, the most telling first; fewer than <see cref="Most"/> if the role has no more distinct ones.
    /// </summary>
    public IReadOnlyList<Duty> Choose(RoleDuties duties)
    {
        var described = DutyWords.Stems($"{duties.Role.Title} {duties.Role.Overview}").ToHashSet(StringComparer.Ordinal);
        var left = duties
            .Weights.Select(pair => (Duty: pair.Key, Score: Score(duties.Role, pair.Key, pair.Value, described)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Duty.Id, StringComparer.Ordinal)
            .ToList();
        var chosen = new List<Duty>(Most);
        while (chosen.Count < Most && left.Count > 0)
        {
            var best = left.MaxBy(candidate => candidate.Score * Novelty(candidate.Duty, chosen));
            if (Novelty(best.Duty, chosen) <= 0)
            {
                break;
            }

            chosen.Add(best.Duty);
            left.Remove(best);
        }

        return chosen;
    }

    private double Score(Role role, Duty duty, double weight, HashSet<string> described)
    {
        var frequency = weight >= 1 ? 1 + Math.Log(weight) : weight;
        var rarity = Math.Sqrt(Math.Log((double)(roles + 1) / duty.Roles));
        var verb = duty.Text.AsSpan(0, Math.Max(0, duty.Text.IndexOf(' ', StringComparison.Ordinal))).ToString();
        var aside = SideVerbs.Contains(verb) && !DutyWords.Stems(verb).Any(described.Contains);
        return frequency * rarity * (FarWeight + (NearWeight * words.Nearness(role, duty))) * (aside ? SideWeight : 1);
    }

    /// <summary>What a duty adds to those chosen: 1 if no word recurs, 0 if all of the shorter one's words do.</summary>
    private static double Novelty(Duty duty, List<Duty> chosen)
    {
        var overlap = 0d;
        foreach (var other in chosen)
        {
            var fewer = Math.Min(duty.Stems.Count, other.Stems.Count);
            var shared = duty.Stems.Count(other.Stems.Contains);
            overlap = Math.Max(overlap, fewer == 0 ? 1 : (double)shared / fewer);
        }

        return 1 - (overlap * overlap);
    }
}
