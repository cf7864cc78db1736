using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>What the skills of a person amount to for one role.</summary>
/// <param name="ShownSkills">Weight of the demands met, as far as they are, but for tools.</param>
/// <param name="ShownTools">Weight of the tools asked for and there.</param>
/// <param name="ShownRelated">Weight that related skills cover beyond that.</param>
/// <param name="VotedSkills">Weighted votes of skills that the role asks for, but for tools.</param>
/// <param name="VotedTools">Weighted votes of tools that the role asks for.</param>
/// <param name="VotedRelated">Weighted votes of skills related to what the role asks for.</param>
/// <param name="VotedPractice">Weighted votes of skills that people who do the work report using, as of a whole list.</param>
/// <param name="PracticeShare">Share (0-1) of these votes that counts: a short list shows little of what somebody uses.</param>
/// <param name="Asked">Weight of the person's skills that the role asks for.</param>
internal readonly record struct SkillSums(
    double ShownSkills,
    double ShownTools,
    double ShownRelated,
    double VotedSkills,
    double VotedTools,
    double VotedRelated,
    double VotedPractice,
    double PracticeShare,
    double Asked
);

/// <summary>
/// The fit of one role for one person: a function of the two and the index alone. Ranking, explaining and "what if" all come
/// here, so that they cannot differ.
/// </summary>
internal static class FitFunction
{
    /// <summary>The fit of the role.</summary>
    public static FitParts Evaluate(PersonView person, RoleId role) => Combine(person, role, Match(person, role));

    /// <summary>What the person's skills amount to for the role.</summary>
    public static SkillSums Match(PersonView person, RoleId role)
    {
        var index = person.Index;
        double shownSkills = 0,
            shownTools = 0,
            shownRelated = 0,
            votedSkills = 0,
            votedTools = 0,
            votedRelated = 0,
            votedPractice = 0,
            asked = 0;
        foreach (var demand in index.Demands(role))
        {
            var (direct, standIn) = Coverage(person, demand);
            shownRelated += demand.Weight * standIn;
            if (direct <= 0)
            {
                continue;
            }

            var weight = person.WeightOf(demand.Skill);
            var vote = weight * demand.Vote * person.Agreement(demand.Skill, demand.Required);
            asked += weight;
            if (index.IsTool[demand.Skill])
            {
                (shownTools, votedTools) = (shownTools + (demand.Weight * direct), votedTools + vote);
            }
            else
            {
                (shownSkills, votedSkills) = (shownSkills + (demand.Weight * direct), votedSkills + vote);
            }
        }

        foreach (var skill in person.RelatedSkills)
        {
            var (weight, related) = (person.WeightOf(skill), index.Related.Find(skill, role));
            votedRelated += weight * related.Vote;
            votedPractice += weight * related.Practice;
        }

        return new SkillSums(
            shownSkills,
            shownTools,
            shownRelated,
            votedSkills,
            votedTools,
            votedRelated,
            votedPractice,
            person.PracticeShare,
            asked
        );
    }

    /// <summary>
    /// How far the person has what is demanded, and what of the rest a related skill covers; both 0-1, together at most 1.
    /// </summary>
    public static (double Direct, double StandIn) Coverage(PersonView person, Demand demand) =>
        Coverage(person.Held(demand.Skill), person.CoveredByRelated(demand.Skill), demand.Level);

    /// <summary>Coverage from raw numbers: level held, cover by related skills, level required.</summary>
    public static (double Direct, double StandIn) Coverage(float held, double byRelated, float level)
    {
        var direct = held > 0 ? Math.Min(1, held / level) : 0;
        return (direct, Math.Max(0, byRelated - direct));
    }

    /// <summary>The fit of a role, from what the person's skills amount to for it.</summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="sums">What the skills amount to.</param>
    /// <param name="added">Weight of skills that the sums count and the person does not have yet.</param>
    public static FitParts Combine(PersonView person, RoleId role, in SkillSums sums, double added = 0)
    {
        var p = person.Index.Parameters;
        var saidWeight = person.SaidWeight + added;
        var practice = sums.PracticeShare * sums.VotedPractice;
        var said = sums.VotedSkills + sums.VotedTools + sums.VotedRelated + practice + person.Phrases.Sum(role);
        // As in the fit itself, a skill that the role asks for weighs only as much as it votes: it never makes a title agree
        // less.
        var saidOf = sums.VotedSkills + sums.VotedTools + Math.Max(0, saidWeight - sums.Asked);
        var titles = person.Titles.Sum(role) * TitleAgreement(p, said, saidOf);
        var votes = new FitVotes(
            sums.VotedSkills,
            sums.VotedTools,
            sums.VotedRelated,
            titles,
            person.Texts.RoleWeight * person.Texts.ForRole(role),
            person.Texts.FamilyWeight * person.Texts.ForFamily(role),
            practice,
            person.Phrases.Sum(role)
        );
        var total = person.Index.TotalWeight[role];
        var shown = sums.ShownSkills + sums.ShownTools + sums.ShownRelated;
        // Presumption fills up what is not shown otherwise, to the share presumed of the whole. A whole text says itself what was
        // done.
        var presumption = p.Presumed * person.Titles.Presumption(role) * (1 - person.Texts.Share);
        var presumed = Math.Max(0, (presumption * total) - shown);
        var closeness = Closeness(person, role);
        // Another level speaks against the role; the right one is no evidence of the work.
        var against = Math.Max(0, saidWeight + person.OtherWeight - sums.Asked) + (p.LevelWeight * (1 - (closeness ?? 1)));
        return new FitParts(
            total > 0
                ? new ShownShares(sums.ShownSkills / total, sums.ShownTools / total, sums.ShownRelated / total, presumed / total)
                : default,
            votes,
            p.UnsaidWeight + sums.VotedSkills + sums.VotedTools + against,
            p.PersonShare,
            p.ExperienceWeight * (closeness ?? 0)
        );
    }

    /// <summary>Whether two roles are steps of one ladder.</summary>
    public static bool SameLadder(MatchIndex index, RoleId a, RoleId b) =>
        index.Ladders[a] is { } ladder && ladder == index.Ladders[b];

    /// <summary>Share (0-1) of a title's match that counts: all of it where nothing else was said, or the rest agrees.</summary>
    public static double TitleAgreement(FitParameters p, double said, double saidWeight) =>
        saidWeight <= 0 ? 1 : p.TitleAlone + ((1 - p.TitleAlone) * Math.Min(1, said / saidWeight / p.TitleAgrees));

    /// <summary>How near (0-1) the levels of the person and the role are; null if one of them is unknown.</summary>
    private static double? Closeness(PersonView person, RoleId role)
    {
        var (seniority, track) = (person.Index.Seniorities[role], person.Index.Tracks[role]);
        if (seniority == Seniority.Unspecified || person.Evidence.Seniority == Seniority.Unspecified)
        {
            return null;
        }

        if (track != Track.Unspecified && person.Evidence.Track != Track.Unspecified && track != person.Evidence.Track)
        {
            return 0;
        }

        return Math.Abs(seniority - person.Evidence.Seniority) switch
        {
            0 => 1,
            1 => person.Index.Parameters.OneStepApart,
            _ => 0,
        };
    }
}
