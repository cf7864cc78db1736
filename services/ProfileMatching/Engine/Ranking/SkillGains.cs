using CareerRecs.Matching.Engine.Fit;

namespace CareerRecs.Matching.Engine.Ranking;

/// <summary>
/// The fit of a role with one skill more, out of what the acquired skill changes in the sums. Equal to ranking again but for the order in
/// which fractions are added up.
/// </summary>
internal sealed class SkillGains
{
    private readonly PersonView _person;
    private readonly int _role;
    private readonly MatchedWeights _now;
    private readonly Dictionary<int, Demand> _demands = [];

    public SkillGains(PersonView person, int role)
    {
        (_person, _role, _now) = (person, role, FitFunction.Match(person, role));
        foreach (var demand in person.Index.Demands(role)) _demands[demand.Skill] = demand;
    }

    /// <summary>The evidence with what is demanded there at the level required.</summary>
    public FitParts With(Demand acquired)
    {
        var index = _person.Index;
        var level = Math.Max(acquired.Required, 1);
        var (direct, standIn) = FitFunction.Coverage(_person, acquired);
        var gained = acquired.Weight * (1 - direct);
        var related = _now.Related - (acquired.Weight * standIn) + StoodInFor(acquired.Skill, level);
        var agreeing = _now.Agreeing;
        if (index.IsRated[acquired.Skill])
            agreeing += FitFunction.Agreement(level, acquired.Required, index.Parameters.AgreementReach) - FitFunction.Agreement(_person, acquired);
        var isTool = index.IsTool[acquired.Skill];
        // Being asked for, it is no extra: neither side of that sum changes.
        var then = new MatchedWeights(_now.Skills + (isTool ? 0 : gained), _now.Tools + (isTool ? gained : 0), related, _now.Asked, agreeing);
        var isNew = _person.Held(acquired.Skill) <= 0;
        if (isNew) _person.Practice?.Add(acquired.Skill);
        var parts = FitFunction.Combine(_person, _role, then);
        if (isNew) _person.Practice?.Remove(acquired.Skill);
        return parts;
    }

    /// <summary>What the skill covers of others that the role asks for, beyond what is covered already.</summary>
    private double StoodInFor(int skill, float level)
    {
        double more = 0;
        // A skill can be a neighbour twice, as related and as wider; the nearer counts.
        foreach (var neighbours in _person.Index.StandsInFor(skill).ToArray().Where(n => n.Skill != skill && _demands.ContainsKey(n.Skill)).GroupBy(n => n.Skill))
        {
            var demand = _demands[neighbours.Key];
            var similarity = neighbours.Max(n => n.Similarity) * Math.Min(1, level / MatchIndex.DefaultRequired);
            var covered = Math.Max(_person.CoveredByRelated(demand.Skill), similarity * _person.Index.Parameters.RelatedDiscount);
            var (direct, standIn) = FitFunction.Coverage(_person, demand);
            more += demand.Weight * (Math.Max(0, covered - direct) - standIn);
        }

        return more;
    }
}
