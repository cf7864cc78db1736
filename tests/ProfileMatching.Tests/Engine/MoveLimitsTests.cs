using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class MoveLimitsTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;
    private static readonly MoveParameters Strict = MoveParameters.Shipped with { LeastNearness = 1, LeastNearnessOfCareerChange = 1, LeastReadinessShown = 1 };
    private static readonly MoveParameters Loose = MoveParameters.Shipped with { LeastNearness = 0, LeastNearnessOfCareerChange = 0, LeastReadinessShown = 0 };

    [Fact]
    public void A_step_of_the_ladder_is_named_however_far_it_is()
    {
        Assert.True(Allows("ml-engineer", "senior-ml-engineer", Strict));
        Assert.False(Allows("ml-engineer", "back-end", Strict));
    }

    [Fact]
    public void A_role_far_in_meaning_is_not_named()
    {
        Assert.True(Allows("analyst", "designer", Loose));
        Assert.False(Allows("analyst", "designer", Loose with { LeastNearnessOfCareerChange = 1 }));
    }

    [Fact]
    public void A_role_of_whose_skills_too_few_are_there_is_not_named()
    {
        Assert.False(Allows("analyst", "designer", Loose with { LeastReadinessShown = 0.01 }));
        Assert.True(Allows("analyst", "data-scientist", Loose with { LeastReadinessShown = 0.01 }));
    }

    [Fact]
    public void Another_line_of_work_must_be_nearer_than_the_same()
    {
        var nearness = Index.Meaning.RoleCosine(MadeUpCatalog.Role("analyst"), MadeUpCatalog.Role("data-scientist"));
        var between = Loose with { LeastNearness = nearness / 2, LeastNearnessOfCareerChange = (1 + nearness) / 2 };

        Assert.True(Allows("analyst", "data-scientist", between, StepKind.CloseRelative));
        Assert.False(Allows("analyst", "data-scientist", between, StepKind.CareerChange));
    }

    [Fact]
    public void Without_a_known_present_role_every_role_is_near_enough()
    {
        var nobody = MoveStart.FromRole(Index, MadeUpCatalog.Role("analyst")) with { Present = [] };
        using var there = new PersonView(Index, nobody.There);

        Assert.True(new MoveLimits(nobody, there, Strict).Allow(MadeUpCatalog.Role("designer"), StepKind.Unspecified));
    }

    private static bool Allows(string from, string to, MoveParameters parameters, StepKind kind = StepKind.CareerChange)
    {
        var start = MoveStart.FromRole(Index, MadeUpCatalog.Role(from));
        using var there = new PersonView(Index, start.There);
        return new MoveLimits(start, there, parameters).Allow(MadeUpCatalog.Role(to), kind);
    }
}
