using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>What stands behind a fit: whether anything that the person said speaks for the role, and how much of it.</summary>
/// <param name="BestVote">Best vote (0-1) of a single skill, phrase, title or text.</param>
/// <param name="MatchedShare">Share (0-1) of what was said that the role matches.</param>
/// <param name="EssentialsShare">Share (0-1) of the essentials that are there; 0 for a role that names none.</param>
/// <param name="IsHeld">Whether a title held means the role.</param>
internal readonly record struct Support(double BestVote, double MatchedShare, double EssentialsShare, bool IsHeld)
{
    /// <summary>The support of a role.</summary>
    public static Support ForRole(PersonView person, RoleId role)
    {
        var p = person.Index.Parameters;
        double best = person.Phrases.Best(role),
            matched = person.Phrases.Matched(role);
        var (essentials, met) = (0, 0);
        foreach (var demand in person.Index.Demands(role))
        {
            var isHeld = person.Held(demand.Skill) > 0;
            essentials += demand.Essential ? 1 : 0;
            met += demand.Essential && isHeld ? 1 : 0;
            if (isHeld)
            {
                Count(demand.Vote * person.Agreement(demand.Skill, demand.Required));
            }
        }

        foreach (var skill in person.RelatedSkills)
        {
            var related = person.Index.Related.Find(skill, role);
            Count(related.Vote + related.Practice);
        }

        var title = person.Titles.Best(role);
        Count(title);
        Count(Math.Max(person.Texts.ForRole(role), person.Texts.ForFamily(role)));
        var said =
            person.Skills.Length
            + person.Phrases.Count
            + (person.Titles.Count > 0 ? 1 : 0)
            + (person.Texts.RoleWeight > 0 ? 1 : 0);
        return new Support(
            best,
            said > 0 ? Math.Min(1, matched / said) : 0,
            essentials > 0 ? (double)met / essentials : 0,
            title >= HeldTitle.Certain
        );

        void Count(double vote)
        {
            best = Math.Max(best, vote);
            matched += vote >= p.MatchedVote ? 1 : 0;
        }
    }

    /// <summary>Word for a fit: the lower of the one by its points and the one that this support allows.</summary>
    public FitBand LimitBand(int milliPoints, FitParameters parameters)
    {
        var byPoints = parameters.Band(milliPoints);
        // Everything that the role asks for is shown: nothing can be missing.
        if (milliPoints == FitParts.FullMark)
        {
            return byPoints;
        }

        var allowed = Allow(parameters);
        return byPoints > allowed ? allowed : byPoints;
    }

    /// <summary>The best word that this support allows, whatever the points.</summary>
    public FitBand Allow(FitParameters parameters)
    {
        var share = Math.Max(EssentialsShare, MatchedShare);
        return IsHeld || share >= parameters.StrongShare ? FitBand.Strong
            : share >= parameters.GoodShare ? FitBand.Good
            : FitBand.Possible;
    }
}
