using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Finds the present role of a person, from which what comes next starts.</summary>
internal static class PresentWork
{
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
    /// The present role; without a known job the role that fits best if its fit is good: whoever lists the skills of a trade most
    /// likely works in it.
    /// </summary>
    public static MoveStart FindOrPresume(MatchIndex index, Understood understood)
    {
        var start = Find(index, understood);
        if (start.Role is not null)
        {
            return start;
        }

        using var person = new PersonView(index, understood.Evidence);
        if (
            !Shortlist.HasEnoughEvidence(person)
            || Ranker.Rank(person, 1, role => !Shortlist.IsRuledOut(understood.Evidence, index.Roles[role])) is not [var best]
        )
        {
            return start;
        }

        var band = Support.ForRole(person, best.Role).LimitBand(best.MilliPoints, index.Parameters);
        return band >= FitBand.Good ? MoveStart.Presume(index, best.Role, understood.Evidence) : start;
    }
}
