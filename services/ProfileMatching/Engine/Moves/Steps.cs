using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Occupations;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>What kind of step a role is from where the person stands: the latest job whose title the catalog knows.</summary>
internal static class Steps
{
    /// <summary>
    /// Share of the nearness asked of a close relative that is asked within a family of roles: truck and bus drivers.
    /// </summary>
    private const double WithinFamily = 0.75;

    /// <summary>The kind of step from a person's present role.</summary>
    public static StepKind Of(PersonView person, RoleId role) =>
        Between(person.Index, person.Evidence.Present, person.Evidence.Seniority, role);

    /// <summary>The kind of step between two roles.</summary>
    /// <param name="index">The catalog version.</param>
    /// <param name="present">The role that is left; null: unknown.</param>
    /// <param name="stated">Seniority of the person, which goes before that of the role; unspecified where unknown.</param>
    /// <param name="role">The role to move to.</param>
    public static StepKind Between(MatchIndex index, RoleId? present, Seniority stated, RoleId role)
    {
        if (present is not { } left)
        {
            return StepKind.Unspecified;
        }

        if (left == role)
        {
            return StepKind.SameLevel;
        }

        var (from, target) = (index.Roles[left], index.Roles[role]);
        var levels = Levels.Between(from, stated, target);
        if (levels < 0)
        {
            return StepKind.StepDown;
        }

        var isOwnLine = FitFunction.SameLadder(index, left, role) || OccupationCodes.Leads(from, target);
        var isSameFamily = target.Family.Length > 0 && from.Family == target.Family;
        var close = MoveParameters.Shipped.NearnessOfCloseRelative * (isSameFamily ? WithinFamily : 1);
        if (!isOwnLine && index.Meaning.RoleCosine(left, role) < close)
        {
            return StepKind.CareerChange;
        }

        return levels > 0 ? StepKind.StepUp
            : isOwnLine || isSameFamily ? StepKind.SameLevel
            : StepKind.CloseRelative;
    }
}
