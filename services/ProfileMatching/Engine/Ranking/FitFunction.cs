using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Engine.Ranking;

/// <summary>What of a role's demands is matched.</summary>
/// <param name="Skills">Weight of the skills, as far as they are there.</param>
/// <param name="Tools">The same of the tools.</param>
/// <param name="Related">Weight that related skills stand in for.</param>
/// <param name="Asked">What the person's skills would weigh as extras that the role does ask for.</param>
/// <param name="Agreeing">How many stated proficiencies agree with the required ones, in skills that most roles rate.</param>
internal readonly record struct MatchedWeights(double Skills, double Tools, double Related, double Asked, double Agreeing);

/// <summary>
/// The fit of one role for one person: a function of the two and the index alone. Whatever ranks, explains or asks "what if" comes
/// here, so that they cannot differ.
/// </summary>
internal static class FitFunction
{
    /// <summary>The evidence for the role.</summary>
    public static FitParts Evaluate(PersonView person, int role) => Combine(person, role, Match(person, role));

    /// <summary>What the person's skills match of what the role asks for.</summary>
    public static MatchedWeights Match(PersonView person, int role)
    {
        var index = person.Index;
        double skills = 0, tools = 0, related = 0, asked = 0, agreeing = 0;
        foreach (var demand in index.Demands(role))
        {
            var (direct, standIn) = Coverage(person, demand);
            var weight = demand.Weight;
            if (index.IsTool[demand.Skill]) tools += weight * direct;
            else skills += weight * direct;
            related += weight * standIn;
            if (direct > 0) asked += person.ExtraWeight(demand.Skill);
            agreeing += Agreement(person, demand);
        }

        return new MatchedWeights(skills, tools, related, asked, agreeing);
    }

    /// <summary>How far the person has what is demanded, and what of the rest another skill stands in for; both 0-1, together at most 1.</summary>
    public static (double Direct, double StandIn) Coverage(PersonView person, Demand demand) =>
        Coverage(person.Held(demand.Skill), person.CoveredByRelated(demand.Skill), demand.Level);

    /// <summary>The same, of a proficiency held, what related skills cover at most, and the proficiency that meets the demand.</summary>
    public static (double Direct, double StandIn) Coverage(float held, double byRelated, float level)
    {
        var direct = held > 0 ? Math.Min(1, held / level) : 0;
        return (direct, Math.Max(0, byRelated - direct));
    }

    /// <summary>
    /// How near the stated proficiency comes to the required one, 0-1, in a skill that most roles rate. Everybody has these in some
    /// measure: cover alone would reward the jobs that ask for little, so far more than is asked for is no agreement either.
    /// </summary>
    public static double Agreement(PersonView person, Demand demand) =>
        Agreement(person.Stated(demand.Skill), demand.Required, person.Index.Parameters.AgreementReach);

    /// <summary>The same, of a proficiency stated; 0 where none is.</summary>
    public static double Agreement(float stated, float required, double reach)
    {
        if (stated <= 0) return 0;
        var off = (stated - required) / reach;
        return Math.Max(0, 1 - (off * off));
    }

    /// <summary>Evidence out of the matched weights of a role.</summary>
    public static FitParts Combine(PersonView person, int role, in MatchedWeights weights)
    {
        var p = person.Index.Parameters;
        var matched = weights.Skills + weights.Tools + weights.Related;
        var missing = Math.Max(0, person.Index.TotalWeight[role] - matched);
        var extra = Math.Max(0, person.HeldRarity - weights.Asked);
        // Tversky: what is missing and what is beside the point count against what is matched.
        var scale = matched > 0 ? p.SkillWeight / (matched + (p.MissingShare * missing) + (p.ExtraShare * extra)) : 0;
        var text = p.TextWeight * Saturated(person.Cosine(role), p.TextHalf);
        var family = p.FamilyWeight * Saturated(person.FamilyCosine(role), p.TextHalf);
        var rated = p.AgreementWeight * weights.Agreeing;
        var titles = p.TitleWeight * HeldWeight(person, role);
        var practice = person.Practice?.Evidence(role) ?? 0;
        var shown = (matched * scale) + rated + titles + text + family + practice;
        // Seniority counts only in work the person shows some evidence for: being senior is no evidence of being a nurse.
        var experience = p.ExperienceWeight * Closeness(person, role) * Math.Min(1, shown);
        return new FitParts((weights.Skills * scale) + rated, weights.Tools * scale, weights.Related * scale, titles, text, family, experience, practice, person.HalfEvidence);
    }

    /// <summary>How near the jobs held come to the role: the role itself, or another step of its ladder.</summary>
    public static double HeldWeight(PersonView person, int role)
    {
        double best = 0;
        foreach (var held in person.Roles)
        {
            var near = held.Role == role ? 1 : SameLadder(person.Index, held.Role, role) ? person.Index.Parameters.SameLadderTitle : 0;
            best = Math.Max(best, near * held.Weight);
        }

        return best;
    }

    /// <summary>Whether two roles are steps of one ladder.</summary>
    public static bool SameLadder(MatchIndex index, int a, int b) =>
        index.Ladders[a] >= 0 && index.Ladders[a] == index.Ladders[b];

    private static double Saturated(double cosine, double half) => cosine > 0 ? cosine / (cosine + half) : 0;

    private static double Closeness(PersonView person, int role)
    {
        var (seniority, track) = (person.Index.Seniorities[role], person.Index.Tracks[role]);
        if (seniority == Seniority.Unspecified || person.Evidence.Seniority == Seniority.Unspecified) return 0;
        if (track != Track.Unspecified && person.Evidence.Track != Track.Unspecified && track != person.Evidence.Track) return 0;
        return Math.Abs(seniority - person.Evidence.Seniority) switch
        {
            0 => 1,
            1 => person.Index.Parameters.OneStepApart,
            _ => 0,
        };
    }
}
