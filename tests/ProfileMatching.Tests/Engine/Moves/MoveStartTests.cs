using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine.Moves;

public sealed class MoveStartTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    private static readonly PersonEvidence SaysDeepLearning = new()
    {
        Skills = [],
        Phrases = [new HeldPhrase("deep learning")],
        Roles = [],
        Terms = new Dictionary<string, int>(),
    };

    [Fact]
    public void A_skill_said_in_other_words_is_there_and_brings_nearer()
    {
        var start = MoveStart.FromPerson(Index, [], SaysDeepLearning, _ => true);

        Assert.Equal("Deep learning", Index.Skills[Assert.Single(start.There.Skills).Skill].Title, ignoreCase: true);
        using var there = new PersonView(Index, start.There);
        Assert.True(Readiness.Of(there, MadeUpCatalog.Role("ml-engineer")) > 0);
    }

    [Fact]
    public void A_title_that_only_resembles_one_of_a_role_presumes_the_role()
    {
        var job = new UnderstoodJob
        {
            Title = "Analyst of data",
            Role = Index.Roles[MadeUpCatalog.Role("analyst")].Name,
            Confidence = 0.7,
        };

        Assert.True(MoveStart.FromPerson(Index, [job], SaysDeepLearning, _ => true).IsPresumed);

        job.Confidence = 1;
        Assert.False(MoveStart.FromPerson(Index, [job], SaysDeepLearning, _ => true).IsPresumed);
    }

    [Fact]
    public void Of_equally_sure_roles_one_whose_skills_are_known_says_what_the_work_takes()
    {
        var unknown = new Role
        {
            Name = ResourceName.Role(MadeUpCatalog.Id, "all-other"),
            Title = "Designers, All Other",
            AlternateTitles = { "Shape Maker" },
        };
        var entries = MadeUpCatalog.Entries().Select(entry => entry.Clone()).ToList();
        entries
            .Single(e => e.Role?.Name == ResourceName.Role(MadeUpCatalog.Id, "designer"))
            .Role.AlternateTitles.Add("Shape Maker");
        entries.Insert(entries.FindIndex(e => e.Role is not null), new CatalogEntry { Role = unknown });
        var index = MatchIndex.Build(CatalogSnapshot.From(MadeUpCatalog.Version, entries));
        var job = new UnderstoodJob
        {
            Title = "Shape Maker",
            Role = unknown.Name,
            Confidence = 1,
        };

        var start = MoveStart.FromPerson(index, [job], SaysDeepLearning with { Phrases = [] }, _ => true);

        Assert.Equal(["Designers, All Other", "Product Designer"], start.Present.Select(role => index.Roles[role].Title));
        Assert.NotEmpty(start.There.Skills);
    }

    [Fact]
    public void A_skill_that_is_there_is_not_to_learn_for_a_small_difference_in_level()
    {
        var role = MadeUpCatalog.Role("ml-engineer");
        var demand = Index.Demands(role)[0];
        var person = SaysDeepLearning with { Phrases = [] };

        Assert.DoesNotContain(LacksWith(demand.Level - 0.9f), l => l.Demand.Skill == demand.Skill);
        Assert.Contains(LacksWith(demand.Level - 1.5f), l => l.Demand.Skill == demand.Skill);

        List<Lack> LacksWith(float level)
        {
            using var there = new PersonView(Index, person.With(new HeldSkill(demand.Skill, level)));
            return Readiness.Lacks(there, role);
        }
    }
}
