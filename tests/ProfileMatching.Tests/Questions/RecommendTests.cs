using CareerRecs.Matching.Index;
using CareerRecs.Matching.Questions;
using CareerRecs.Matching.Reading;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Ranking;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Questions;

public sealed class RecommendTests
{
    private static readonly CatalogHandle Catalog = new("shared", MadeUpCatalog.Index.Snapshot, MadeUpCatalog.Index);

    [Fact]
    public void The_next_step_of_a_job_held_is_not_held()
    {
        var profile = new Profile { Jobs = { new HeldJob { Title = "Machine Learning Engineer" } }, Skills = { new ProfileSkill { Text = "Python" }, new ProfileSkill { Text = "Deployment" } } };

        var all = Answer(new RecommendRolesRequest(), profile).Recommendations;
        Assert.Equal("Machine Learning Engineer", Assert.Single(all, r => r.Held).Title);
        var rest = Answer(new RecommendRolesRequest { ExcludeHeldRoles = true }, profile).Recommendations.Select(r => r.Title);
        Assert.Contains("Senior Machine Learning Engineer", rest);
        Assert.DoesNotContain("Machine Learning Engineer", rest);
    }

    [Fact]
    public void An_unknown_candidate_is_refused_though_too_little_is_known_of_the_person() =>
        Refused("candidate_roles[0]", new RecommendRolesRequest { CandidateRoles = { "catalogs/made-up/roles/astronaut" } });

    [Fact]
    public void An_unknown_family_is_refused_and_the_nearest_named() =>
        Assert.Contains("designer", Refused("filter.families[1]", new RecommendRolesRequest { Filter = new RoleFilter { Families = { "ml", "designers" } } }), StringComparison.Ordinal);

    [Fact]
    public void A_family_may_be_written_as_people_write_it()
    {
        var profile = new Profile { Skills = { new ProfileSkill { Text = "Java" }, new ProfileSkill { Text = "SQL" } } };

        var answer = Answer(new RecommendRolesRequest { Filter = new RoleFilter { Families = { "Back End" } } }, profile);

        Assert.Equal("Back-End Developer", Assert.Single(answer.Recommendations).Title);
    }

    private static string Refused(string field, RecommendRolesRequest request)
    {
        var refused = Assert.Throws<RpcException>(() => Answer(request, new Profile()));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(field, refused.Status.Detail, StringComparison.Ordinal);
        return refused.Status.Detail;
    }

    private static RecommendRolesResponse Answer(RecommendRolesRequest request, Profile profile) =>
        RecommendAnswers.Answer(request, new AskedAbout(Understander.Read(profile, Catalog.Index, new DateOnly(2026, 11, 1)), [], Revision: 0), Catalog);
}
