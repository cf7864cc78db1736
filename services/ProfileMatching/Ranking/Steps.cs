using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Ranking;

/// <summary>What kind of step a role is from where the person stands: the latest job whose title the catalog knows.</summary>
internal static class Steps
{
    /// <summary>Feasibility from which another line of work is a close relative: half of the weight asked for is there.</summary>
    private const double CloseRelative = 0.5;

    public static StepKind Of(PersonView person, int role)
    {
        var index = person.Index;
        var roles = index.Snapshot.Roles;
        var target = roles[role];
        if (person.Evidence.Roles.Count == 0) return StepKind.Unspecified;
        var present = person.Evidence.Roles.MaxBy(h => (h.IsBest, h.Weight)).Role;
        if (present == role) return StepKind.SameLevel;
        var sameLine = FitFunction.SameLadder(index, present, role) || (target.Family.Length > 0 && roles[present].Family == target.Family);
        if (!sameLine) return Shared(index, present, role) >= CloseRelative ? StepKind.CloseRelative : StepKind.CareerChange;
        var from = person.Evidence.Seniority != Seniority.Unspecified ? person.Evidence.Seniority : roles[present].Seniority;
        if (from == Seniority.Unspecified || target.Seniority == Seniority.Unspecified) return StepKind.SameLevel;
        return target.Seniority.CompareTo(from) switch
        {
            > 0 => StepKind.StepUp,
            0 => StepKind.SameLevel,
            _ => StepKind.StepDown,
        };
    }

    /// <summary>Share of what the target asks for that the present role asks for too.</summary>
    private static double Shared(MatchIndex index, int present, int target)
    {
        var have = new HashSet<int>();
        foreach (var demand in index.Demands(present)) have.Add(demand.Skill);
        double shared = 0;
        foreach (var demand in index.Demands(target)) shared += have.Contains(demand.Skill) ? demand.Weight : 0;
        return index.TotalWeight[target] > 0 ? shared / index.TotalWeight[target] : 0;
    }
}
