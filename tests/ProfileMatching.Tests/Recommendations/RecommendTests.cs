using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Recommendations;

public sealed class RecommendTests
{
    private static readonly CatalogHandle Catalog = new("shared", MadeUpCatalog.Index.Snapshot, MadeUpCatalog.Index);

    [Fact]
    public void The_next_step_of_a_job_held_is_not_held()
    {
        var profile = new Profile
        {
            Jobs = { new HeldJob { Title = "Machine Learning Engineer" } },
            Skills =
            {
                new ProfileSkill { Text = "Python" },
                new ProfileSkill { Text = "Deployment" },
            },
        };

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
        Assert.Contains(
            "designer",
            Refused(
                "filter.families[1]",
                new RecommendRolesRequest { Filter = new RoleFilter { Families = { "ml", "designers" } } }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_family_may_be_written_as_people_write_it()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Java" },
                new ProfileSkill { Text = "SQL" },
            },
        };

        var answer = Answer(new RecommendRolesRequest { Filter = new RoleFilter { Families = { "Back End" } } }, profile);

        Assert.Equal("Back-End Developer", Assert.Single(answer.Recommendations).Title);
    }

    [Fact]
    public void Roles_are_left_out_by_name_or_external_id_and_families_by_family_alone()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Java" },
                new ProfileSkill { Text = "SQL" },
            },
        };

        Assert.DoesNotContain("Back-End Developer", Titles(new RoleFilter { NotRoles = { "catalogs/made-up/roles/back-end" } }));
        Assert.DoesNotContain("Back-End Developer", Titles(new RoleFilter { NotRoles = { "hr-back-end" } }));
        Assert.DoesNotContain("Back-End Developer", Titles(new RoleFilter { NotFamilies = { "Back End" } }));
        Assert.DoesNotContain("Data Analyst", Titles(new RoleFilter(), notThis: "data analyst"));
        Assert.Contains("Data Analyst", Titles(new RoleFilter(), notThis: "something else altogether"));

        IEnumerable<string> Titles(RoleFilter filter, params string[] notThis) =>
            Answer(new RecommendRolesRequest { Filter = filter }, profile, notThis).Recommendations.Select(r => r.Title);
    }

    [Fact]
    public void Declined_words_that_match_nothing_are_named()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Java" },
                new ProfileSkill { Text = "SQL" },
            },
        };

        var answer = Answer(new RecommendRolesRequest(), profile, ["data analyst", "Zorbs", "back end"]);

        Assert.Equal(["Zorbs"], answer.UnmatchedNotThis);
    }

    [Fact]
    public void A_role_or_family_to_leave_out_that_is_none_is_refused()
    {
        // A title is no name of a role, and one of a role none of a family.
        Refused(
            "filter.not_roles[1]",
            new RecommendRolesRequest
            {
                Filter = new RoleFilter { NotRoles = { "catalogs/made-up/roles/back-end", "Data Analyst" } },
            }
        );
        Refused(
            "filter.not_families[0]",
            new RecommendRolesRequest { Filter = new RoleFilter { NotFamilies = { "Data Scientist in name only" } } }
        );
    }

    [Fact]
    public void A_filter_by_what_no_catalog_states_is_refused()
    {
        Refused("filter.places", new RecommendRolesRequest { Filter = new RoleFilter { Places = { "Berlin" } } });
        Refused("filter.remote_only", new RecommendRolesRequest { Filter = new RoleFilter { RemoteOnly = true } });
    }

    [Fact]
    public void A_catalog_that_understands_little_and_fits_badly_recommends_nothing()
    {
        var answer = Answer(new RecommendRolesRequest(), SheepFarmer());

        Assert.Empty(answer.Recommendations);
        Assert.Contains(
            "Made-up covers 1 of the 7 things you stated",
            answer.InsufficientEvidence.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(answer.InsufficientEvidence.WouldTellMost);
    }

    [Fact]
    public void Roles_that_are_asked_for_all_the_same_are_given_however_badly_they_fit()
    {
        Assert.NotEmpty(Answer(new RecommendRolesRequest { IncludeCut = true }, SheepFarmer()).Recommendations);
        var designer = new RecommendRolesRequest { CandidateRoles = { "catalogs/made-up/roles/designer" } };
        Assert.Equal("Product Designer", Assert.Single(Answer(designer, SheepFarmer()).Recommendations).Title);
    }

    [Theory]
    [InlineData("", "", "catalogs/onet", "catalogs/onet/roles/a", "catalogs/onet/roles/b")]
    [InlineData("catalogs/esco", "", "catalogs/esco", "catalogs/onet/roles/a")]
    [InlineData("", "catalogs/onet/versions/1", "", "catalogs/esco/roles/a")]
    [InlineData("", "", "", "catalogs/onet/roles/a", "catalogs/esco/roles/a")]
    [InlineData("", "", "", "catalogs/onet/roles/a", "hr-17")]
    [InlineData("", "", "", "hr-17")]
    [InlineData("", "", "")]
    public void Roles_name_their_catalog_where_nothing_else_does_and_they_agree(
        string catalog,
        string version,
        string expected,
        params string[] roles
    ) => Assert.Equal(expected, NamedCatalog.Of(catalog, version, roles));

    private static Profile SheepFarmer()
    {
        string[] said =
        [
            "Typography",
            "shearing sheep",
            "mending fences",
            "lambing",
            "driving a tractor",
            "baling hay",
            "calling dogs",
        ];
        return new Profile { Skills = { said.Select(text => new ProfileSkill { Text = text }) } };
    }

    private static string Refused(string field, RecommendRolesRequest request)
    {
        var refused = Assert.Throws<RpcException>(() => Answer(request, new Profile()));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(field, refused.Status.Detail, StringComparison.Ordinal);
        return refused.Status.Detail;
    }

    private static RecommendRolesResponse Answer(RecommendRolesRequest request, Profile profile, params string[] notThis) =>
        RecommendedRoles.Answer(
            request,
            new AskedAbout(Understander.Read(profile, Catalog.Index, new DateOnly(2026, 11, 1)), notThis, Revision: 0),
            Catalog
        );
}
