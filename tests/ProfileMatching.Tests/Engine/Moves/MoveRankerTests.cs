using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Engine.Moves;

public sealed class MoveRankerTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;
    private static readonly MoveIndex Moves = new(Index, new RoleSimilarity(Index));

    [Fact]
    public void The_next_step_of_the_ladder_comes_first_and_the_role_held_not_at_all()
    {
        var moves = Rank(MoveStart.FromRole(Index, MadeUpCatalog.Role("ml-engineer")));

        Assert.Equal(MadeUpCatalog.Role("senior-ml-engineer"), moves[0].Role);
        Assert.DoesNotContain(moves, m => m.Role == MadeUpCatalog.Role("ml-engineer"));
        Assert.All(moves, m => Assert.InRange(m.Score, 0, 1));
    }

    [Fact]
    public void A_person_starts_from_the_latest_job_that_is_known_and_has_what_it_takes()
    {
        var start = StartOf(
            Understood(
                new Profile
                {
                    Jobs =
                    {
                        new HeldJob { Title = "Chief Dragon Tamer" },
                        new HeldJob { Title = "Product Designer" },
                        new HeldJob { Title = "Data Analyst" },
                    },
                }
            )
        );

        Assert.Equal(MadeUpCatalog.Role("designer"), start.Role);
        Assert.Equal([MadeUpCatalog.Role("analyst")], start.Earlier);
        var there = start.There.Skills.Select(s => s.Skill).ToList();
        Assert.Contains(MadeUpCatalog.Skill("interviewing"), there);
        Assert.Contains(MadeUpCatalog.Skill("figma"), there);
    }

    [Fact]
    public void What_a_person_says_they_have_not_is_not_concluded_from_a_job()
    {
        var profile = new Profile
        {
            Jobs = { new HeldJob { Title = "Product Designer" } },
            Skills =
            {
                new ProfileSkill { Text = "Interviewing", Proficiency = Proficiency.None },
            },
        };

        var there = StartOf(Understood(profile)).There.Skills;

        Assert.DoesNotContain(there, s => s.Skill == MadeUpCatalog.Skill("interviewing") && s.Proficiency > 0);
    }

    [Fact]
    public void Without_a_job_that_is_known_the_fit_decides()
    {
        var start = StartOf(
            Understood(
                new Profile
                {
                    Skills =
                    {
                        new ProfileSkill { Text = "Figma" },
                        new ProfileSkill { Text = "Typography" },
                        new ProfileSkill { Text = "Interviewing" },
                    },
                }
            )
        );
        using var person = new PersonView(Index, start.Known);

        var moves = MoveRanker.Rank(Moves, start, person, MoveParameters.Shipped with { Fit = 10 }, _ => true);

        Assert.Null(start.Role);
        Assert.Equal(MadeUpCatalog.Role("designer"), moves[0].Role);
    }

    [Fact]
    public void Whoever_holds_a_role_is_ready_for_it_and_lacks_nothing()
    {
        foreach (var role in Index.Roles.Ids)
        {
            using var there = new PersonView(Index, MoveStart.FromRole(Index, role).There);
            Assert.Equal(1, Readiness.Of(there, role), 5);
            Assert.Empty(Readiness.Lacks(there, role));
        }
    }

    [Fact]
    public void An_effort_says_what_it_rests_on()
    {
        using var there = new PersonView(Index, MoveStart.FromRole(Index, MadeUpCatalog.Role("analyst")).There);
        var lacks = Readiness.Lacks(there, MadeUpCatalog.Role("designer"));

        var mixed = new LearningEffort(skill => skill == MadeUpCatalog.Skill("figma") ? 20 : null, 40).Add(lacks).ToEffort();

        Assert.Equal(
            (180.0, EffortBasis.Mixed, "1 course of your list (20 h), 1 skill at 40 h a point of proficiency"),
            (mixed.Hours, mixed.Basis, mixed.Explanation)
        );
        Assert.Equal(
            (EffortBasis.Unspecified, "nothing to learn"),
            (new LearningEffort(_ => null, 40).ToEffort().Basis, new LearningEffort(_ => null, 40).ToEffort().Explanation)
        );
    }

    [Fact]
    public void A_course_is_taken_once_though_two_steps_need_it()
    {
        Lack[] first = [new Lack(new Demand(MadeUpCatalog.Skill("figma"), 1, 3, true, 0, 1, 1), 3)];
        Lack[] second = [new Lack(new Demand(MadeUpCatalog.Skill("figma"), 1, 5, true, 0, 1, 1), 2)];

        Assert.Equal((20.0, "1 course of your list (20 h)"), Of(_ => 20));
        Assert.Equal((200.0, "1 skill at 40 h a point of proficiency"), Of(_ => null));

        (double, string) Of(Func<SkillId, double?> listed) =>
            new LearningEffort(listed, 40).Add(first).Add(second).ToEffort() is var effort
                ? (effort.Hours, effort.Explanation)
                : default;
    }

    private static MoveStart StartOf(Understood understood) =>
        MoveStart.FromPerson(Index, understood.Shown.Jobs, understood.Evidence, _ => true);

    private static List<RankedMove> Rank(MoveStart start) =>
        MoveRanker.Rank(Moves, start, null, MoveParameters.Shipped, _ => true);

    private static Understood Understood(Profile profile) => Understander.Read(profile, Index, new DateOnly(2026, 11, 1));
}
