using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Engine.Moves;

public sealed class MoveLimitsTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    private static readonly MoveParameters Strict = Within(nearness: 1.01, readiness: 0);
    private static readonly MoveParameters Loose = Within(nearness: -1, readiness: 0);

    [Fact]
    public void A_step_of_the_ladder_is_near_however_far_it_is()
    {
        Assert.True(Allows("ml-engineer", "senior-ml-engineer", Strict));
        Assert.False(Allows("ml-engineer", "back-end", Strict));
    }

    [Fact]
    public void A_role_far_in_meaning_is_not_near()
    {
        var nearness = Index.Meaning.RoleCosine(MadeUpCatalog.Role("analyst"), MadeUpCatalog.Role("designer"));

        Assert.True(Allows("analyst", "designer", Within(nearness - 0.01, readiness: 0)));
        Assert.False(Allows("analyst", "designer", Within(nearness + 0.01, readiness: 0)));
    }

    [Fact]
    public void A_role_of_whose_skills_too_few_are_there_is_not_near()
    {
        Assert.False(Allows("analyst", "designer", Within(nearness: -1, readiness: 0.01)));
        Assert.True(Allows("analyst", "data-scientist", Within(nearness: -1, readiness: 0.01)));
    }

    [Theory]
    [InlineData(Seniority.Mid, "ml-engineer")]
    [InlineData(Seniority.Senior, "senior-ml-engineer")]
    public void Of_another_ladder_only_the_step_at_the_persons_level_is_near(Seniority level, string step)
    {
        string[] steps = ["ml-engineer", "senior-ml-engineer", "ml-director"];

        Assert.Equal([step], steps.Where(role => Allows("data-scientist", role, Loose, level)));
    }

    [Fact]
    public void Without_a_known_present_role_every_role_is_near()
    {
        using var nobody = new PersonView(Index, MoveStart.FromRole(Index, MadeUpCatalog.Role("analyst")).There);

        Assert.True(new MoveLimits(Index, [], Seniority.Unspecified, Strict).Allow(nobody, MadeUpCatalog.Role("designer")));
    }

    private static MoveParameters Within(double nearness, double readiness) =>
        MoveParameters.Shipped with
        {
            LeastNearness = nearness,
            LeastNearnessOfCareerChange = nearness,
            LeastNearnessOfLead = nearness,
            LeastReadiness = readiness,
        };

    private static bool Allows(string from, string to, MoveParameters parameters, Seniority stated = Seniority.Unspecified)
    {
        var start = MoveStart.FromRole(Index, MadeUpCatalog.Role(from));
        using var there = new PersonView(Index, start.There);
        return new MoveLimits(Index, start.Present, stated, parameters).Allow(there, MadeUpCatalog.Role(to));
    }
}
