using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.NextSkills;

/// <summary>
/// Counts over a set of people which skill would lift how many pairs of a person and a role to a good fit. Keeps counts, nothing
/// of anybody, and tells nothing that fewer than five people stand behind.
/// </summary>
internal sealed class PopulationTally(MatchIndex index)
{
    /// <summary>Fewest people that a skill or a role is told of.</summary>
    public const int LeastPeople = 5;

    /// <summary>
    /// Roles looked at for each person: those just below the threshold. One skill lifts none from far below, and a thousand
    /// people against every role would take minutes.
    /// </summary>
    private const int RolesWithinReach = 40;

    private const int MostRoles = 5;

    private readonly Dictionary<SkillId, int> _people = [];
    private readonly Dictionary<(SkillId Skill, RoleId Role), int> _opened = [];

    /// <summary>Adds a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="counts">Whether a role counts for this person.</param>
    public void Add(PersonView person, Func<RoleId, bool> counts)
    {
        var good = index.Parameters.GoodFrom;
        var within = Ranker.Rank(person, index.RoleCount, counts).Where(r => r.MilliPoints < good).Take(RolesWithinReach);
        var helped = new HashSet<SkillId>();
        foreach (var ranked in within)
        {
            foreach (var demand in index.Demands(ranked.Role))
            {
                if (
                    person.Held(demand.Skill) >= demand.Level
                    || !OwnSkills.IsSought(index, ranked.Role, demand)
                    || OwnSkills.IsGeneric(index, demand)
                    || (person.Held(demand.Skill) <= 0 && OwnSkills.IsSaid(person, demand.Skill))
                )
                {
                    continue;
                }

                var then = person.EvaluateWith(demand.Met(), ranked.Role).MilliPoints;
                if (then < good)
                {
                    continue;
                }

                helped.Add(demand.Skill);
                _opened[(demand.Skill, ranked.Role)] = _opened.GetValueOrDefault((demand.Skill, ranked.Role)) + 1;
            }
        }

        foreach (var skill in helped)
        {
            _people[skill] = _people.GetValueOrDefault(skill) + 1;
        }
    }

    /// <summary>The skills that open most, the one of most pairs first.</summary>
    public IEnumerable<OpeningSkill> Result(int most)
    {
        var roles = _opened.ToLookup(o => o.Key.Skill, o => (o.Key.Role, People: o.Value));
        return _people
            .Where(p => p.Value >= LeastPeople)
            .Select(p => (Skill: p.Key, People: p.Value, Opened: roles[p.Key].Sum(r => r.People)))
            .OrderByDescending(s => s.Opened)
            .ThenByDescending(s => s.People)
            .ThenBy(s => s.Skill)
            .Take(most)
            .Select(s => new OpeningSkill
            {
                Skill = index.Skills[s.Skill].Name,
                Title = index.Skills[s.Skill].Title,
                PeopleCount = s.People,
                OpenedCount = s.Opened,
                Roles =
                {
                    roles[s.Skill]
                        .Where(r => r.People >= LeastPeople)
                        .OrderByDescending(r => r.People)
                        .ThenBy(r => r.Role)
                        .Take(MostRoles)
                        .Select(Opened),
                },
            });
    }

    private OpenedRole Opened((RoleId Role, int People) opened) =>
        new()
        {
            Role = index.Roles[opened.Role].Name,
            Title = index.Roles[opened.Role].Title,
            PeopleCount = opened.People,
        };
}
