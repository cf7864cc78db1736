using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ProfileMatching.Tests.Engine;

namespace CareerRecs.ProfileMatching.Tests.NextSkills;

public sealed class PopulationTallyTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    /// <summary>Skills of three lines of work, so that no role is a good fit yet.</summary>
    private static readonly string[] Skills = ["statistics", "typography", "deployment"];

    [Fact]
    public void Nothing_is_told_that_fewer_than_five_people_stand_behind()
    {
        Assert.Empty(Tally(4, Skills));

        var told = Tally(5, Skills).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, s => Assert.Equal(5, s.PeopleCount));
        Assert.All(told.SelectMany(s => s.Roles), r => Assert.Equal(5, r.PeopleCount));
    }

    [Fact]
    public void Of_the_roles_that_the_person_has_something_for_a_skill_opens_what_ranking_again_with_it_gives()
    {
        using var person = View(Skills);
        var told = Tally(5, Skills).ToList();
        Assert.NotEmpty(told);
        foreach (var skill in told)
        {
            var opened = Index
                .Roles.Ids.Where(role =>
                    Index
                        .Demands(role)
                        .ToArray()
                        .Any(d =>
                            d.Skill == Index.SkillIds[skill.Skill]
                            && FitFunction.Evaluate(person, role).MilliPoints is var now
                            && now > 0
                            && now < Index.Parameters.GoodFrom
                            && person.EvaluateWith(d.Met(), role).MilliPoints >= Index.Parameters.GoodFrom
                        )
                )
                .Select(role => Index.Roles[role].Name)
                .ToList();
            Assert.Equal(opened.Order(), skill.Roles.Select(r => r.Role).Order());
            Assert.Equal(5 * opened.Count, skill.OpenedCount);
        }
    }

    [Fact]
    public void A_role_that_does_not_count_is_not_opened() => Assert.Empty(Tally(5, _ => false, Skills));

    private static IEnumerable<OpeningSkill> Tally(int people, params string[] skills) => Tally(people, _ => true, skills);

    private static IEnumerable<OpeningSkill> Tally(int people, Func<RoleId, bool> counts, params string[] skills)
    {
        var tally = new PopulationTally(Index);
        using var person = View(skills);
        for (var i = 0; i < people; i++)
        {
            tally.Add(person, counts);
        }
        return tally.Result(10);
    }

    private static PersonView View(params string[] skills) =>
        new(
            Index,
            new PersonEvidence
            {
                Skills = [.. skills.Select(s => new HeldSkill(MadeUpCatalog.Skill(s), 4))],
                Roles = [],
                Terms = new Dictionary<string, int>(),
            }
        );
}
