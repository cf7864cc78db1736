using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// The fit of a role with one skill more, out of what the acquired skill changes in the sums. Equal to ranking again but for the
/// order in which fractions are added up.
/// </summary>
internal sealed class SkillGains
{
    private readonly PersonView _person;
    private readonly RoleId _role;
    private readonly SkillSums _now;

    /// <param name="person">The person as known now.</param>
    /// <param name="role">The role.</param>
    public SkillGains(PersonView person, RoleId role)
    {
        (_person, _role, _now) = (person, role, FitFunction.Match(person, role));
    }

    /// <summary>The fit with a skill that the role asks for, at the level required.</summary>
    public FitParts With(Demand acquired)
    {
        var (direct, standIn) = FitFunction.Coverage(_person, acquired);
        var gained = acquired.Weight * (1 - direct);
        var isNew = _person.Held(acquired.Skill) <= 0;
        var before = isNew ? 0 : _person.WeightOf(acquired.Skill);
        var weight = _person.WeightIfAcquired(acquired.Met());
        var voted = acquired.Vote * (weight - (before * _person.Agreement(acquired.Skill, acquired.Required)));
        var isTool = _person.Index.IsTool[acquired.Skill];
        var then = new SkillSums(
            _now.ShownSkills + (isTool ? 0 : gained),
            _now.ShownTools + (isTool ? gained : 0),
            _now.ShownRelated - (acquired.Weight * standIn) + StoodInFor(acquired.Skill, acquired.Level),
            _now.VotedSkills + (isTool ? 0 : voted),
            _now.VotedTools + (isTool ? voted : 0),
            _now.VotedRelated,
            _now.VotedPractice,
            isNew ? _person.PracticeShareWith(acquired.Skill) : _now.PracticeShare,
            _now.Asked + weight - before
        );
        return FitFunction.Combine(_person, _role, then, weight - before);
    }

    /// <summary>What the skill covers of others that the role asks for, beyond what is covered already.</summary>
    private double StoodInFor(SkillId skill, float level)
    {
        double more = 0;
        var neighbours = _person.Index.StandsInFor(skill);
        for (var i = 0; i < neighbours.Length; i++)
        {
            // A skill can be a neighbour twice, as related and as wider; the nearer counts.
            if (
                neighbours[i].Skill == skill
                || HasNearer(neighbours, i)
                || _person.Index.FindPosting(neighbours[i].Skill, _role) is not { } asked
            )
            {
                continue;
            }

            var (stoodIn, held) = (neighbours[i].Skill, _person.Held(neighbours[i].Skill));
            var similarity = neighbours[i].Similarity * Math.Min(1, level / MatchIndex.DefaultRequired);
            var covered = Math.Max(_person.CoveredByRelated(stoodIn), similarity * _person.Index.Parameters.RelatedDiscount);
            var (direct, standIn) = FitFunction.Coverage(held, _person.CoveredByRelated(stoodIn), asked.Level);
            more += asked.Weight * (Math.Max(0, covered - direct) - standIn);
        }

        return more;
    }

    private static bool HasNearer(ReadOnlySpan<Neighbour> neighbours, int at)
    {
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (
                i != at
                && neighbours[i].Skill == neighbours[at].Skill
                && (neighbours[i].Similarity, -i).CompareTo((neighbours[at].Similarity, -at)) > 0
            )
            {
                return true;
            }
        }

        return false;
    }
}
