using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Engine.Moves;

/// <summary>What kind of step a role is from where the person stands: the latest job whose title the catalog knows.</summary>
internal static class Steps
{
    /// <summary>Share from which another line of work is a close relative: half of the weight asked for is there.</summary>
    private const double CloseRelative = 0.5;

    public static StepKind Of(PersonView person, int role) => Between(person.Index, person.Evidence.Present, person.Evidence.Seniority, role);

    /// <summary>The same from a role that is held; -1: unknown.</summary>
    public static StepKind Between(MatchIndex index, int present, Seniority stated, int role)
    {
        if (present < 0) return StepKind.Unspecified;
        if (present == role) return StepKind.SameLevel;
        var (from, target) = (index.Snapshot.Roles[present], index.Snapshot.Roles[role]);
        var sameLine = FitFunction.SameLadder(index, present, role) || (target.Family.Length > 0 && from.Family == target.Family);
        if (!sameLine) return Shared(index, present, role) >= CloseRelative ? StepKind.CloseRelative : StepKind.CareerChange;
        return Levels.Between(from, stated, target) switch
        {
            > 0 => StepKind.StepUp,
            < 0 => StepKind.StepDown,
            _ => StepKind.SameLevel,
        };
    }

    /// <summary>Share of what the target asks for that the present role asks for too, as far as its proficiency reaches.</summary>
    private static double Shared(MatchIndex index, int present, int target)
    {
        var have = new Dictionary<int, float>();
        foreach (var demand in index.Demands(present)) have[demand.Skill] = Math.Max(demand.Required, 1);
        double shared = 0;
        foreach (var demand in index.Demands(target)) shared += demand.Weight * Math.Min(1, have.GetValueOrDefault(demand.Skill) / Math.Max(demand.Required, 1));
        return index.TotalWeight[target] > 0 ? shared / index.TotalWeight[target] : 0;
    }
}
