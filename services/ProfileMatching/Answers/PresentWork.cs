using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Finds the present role of a person, from which what comes next starts.</summary>
internal static class PresentWork
{
    /// <summary>Fit of the second role, over that of the first, up to which the first stands alone.</summary>
    private const double ClearlyBehind = 0.85;

    /// <summary>
    /// The latest job whose title the catalog knows. A title that only resembles one of a role counts if the role fits as a
    /// recommendation would still show it; where titles are all that was said, nothing can contradict them.
    /// </summary>
    public static MoveStart Find(MatchIndex index, Understood understood)
    {
        using var person = new PersonView(index, understood.Evidence);
        var best = new Lazy<int>(() => Ranker.Rank(person, 1, _ => true) is [var first, ..] ? first.MilliPoints : 0);
        return MoveStart.FromPerson(index, understood.Shown.Jobs, understood.Evidence, Fits);

        bool Fits(RoleId role) =>
            person.SaidWeight <= 0 || FitFunction.Evaluate(person, role).MilliPoints >= best.Value * index.Parameters.CutShare;
    }

    /// <summary>
    /// The present role; without a known job the role that matches most of what was said, if its fit is strong, or good and
    /// clearly before the next: whoever lists the skills of a trade most likely works in it.
    /// </summary>
    public static MoveStart FindOrPresume(MatchIndex index, Understood understood)
    {
        var start = Find(index, understood);
        if (start.Role is not null)
        {
            return start;
        }

        using var person = new PersonView(index, understood.Evidence);
        var ranked = Ranker.Rank(person, 2, role => !Shortlist.IsRuledOut(understood.Evidence, index.Roles[role]));
        if (ranked.Count == 0 || !Shortlist.HasEnoughEvidence(person))
        {
            return start;
        }

        var best = ranked[0];
        var leads = ranked.Count == 1 || ranked[1].MilliPoints <= best.MilliPoints * ClearlyBehind;
        var isBroad = Support.ForRole(person, best.Role).Allow(index.Parameters) == FitBand.Strong;
        var band = index.Parameters.Band(best.MilliPoints);
        return isBroad && (band == FitBand.Strong || (band == FitBand.Good && leads))
            ? MoveStart.Presume(index, best.Role, understood.Evidence)
            : start;
    }
}
