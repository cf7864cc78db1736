using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class AccessTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    [Theory]
    [InlineData("")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJ0ZW5hbnQiOiJhY21lIn0.AAAA")]
    public async Task Without_a_token_that_is_ours_no_service_answers(string token)
    {
        var client = Cluster.Connect(Cluster.MatchingA, token.Length > 0 ? token : null);

        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () =>
                client.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Engineer },
                    cancellationToken: Cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () => client.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () => client.Versions.ListVersionsAsync(new ListVersionsRequest { Catalog = "catalogs/-" }, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () =>
                client.Catalog.GetRoleAsync(
                    new GetRoleRequest { Name = "catalogs/builtin/roles/data-scientist" },
                    cancellationToken: Cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () => client.Salary.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.Unauthenticated,
            () => client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)
        );
    }

    [Fact]
    public async Task A_tenant_does_not_see_the_profiles_of_another()
    {
        var hers = await Cluster.ClientAsync(Cluster.MatchingA, "hers", ProfileScopes);
        var his = await Cluster.ClientAsync(Cluster.MatchingB, "his", ProfileScopes);
        var name = (
            await hers.Profiles.CreateProfileAsync(
                new CreateProfileRequest { Subject = People.Engineer, ProfileId = "anna" },
                cancellationToken: Cancel
            )
        )
            .Profile
            .Name;

        await Refused.WithAsync(
            StatusCode.NotFound,
            () => his.Profiles.GetProfileAsync(new GetProfileRequest { Name = name }, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () => his.Profiles.ExportProfileAsync(new ExportProfileRequest { Name = name }, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () => his.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = name }, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                his.Profiles.UpdateProfileAsync(
                    new UpdateProfileRequest { Profile = new Profile { Name = name } },
                    cancellationToken: Cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                his.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Stored(name) },
                    cancellationToken: Cancel
                )
        );
        Assert.Empty((await his.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Cancel)).Profiles);

        // A name is taken within a tenant alone, and naming another tenant in a header is for the services.
        var same = await his.Profiles.CreateProfileAsync(
            new CreateProfileRequest { Subject = People.Number(1), ProfileId = "anna" },
            cancellationToken: Cancel
        );
        Assert.Equal(name, same.Profile.Name);
        var asHers = await his.Profiles.GetProfileAsync(
            new GetProfileRequest { Name = name },
            new Metadata { { CallerContext.TenantHeader, "hers" } },
            cancellationToken: Cancel
        );
        Assert.Equal(same.Profile.Skills, asHers.Profile.Skills);
    }

    [Fact]
    public async Task A_tenant_does_not_see_the_catalogs_of_another()
    {
        var hers = (await ReplicasAsync("hers", "catalog.write"))[0];
        var his = (await ReplicasAsync("his", "catalog.write"))[1];
        var version = await ActivateCopyAsync(hers, "catalogs/private", "first");
        Assert.Equal(version, await VersionAsync(hers, "catalogs/private"));

        await Refused.WithAsync(
            StatusCode.NotFound,
            () => his.Versions.GetVersionAsync(new GetVersionRequest { Name = version }, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                his.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Engineer, Catalog = "catalogs/private" },
                    cancellationToken: Cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                his.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Engineer, CatalogVersion = version },
                    cancellationToken: Cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                his.Catalog.GetRoleAsync(
                    new GetRoleRequest { Name = "catalogs/private/roles/data-scientist" },
                    cancellationToken: Cancel
                )
        );
        var seen = await his.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/-", PageSize = 100 },
            cancellationToken: Cancel
        );
        Assert.DoesNotContain(seen.Versions, v => v.Name == version);

        // The same name is his to use, and gives him his own.
        var own = await ActivateCopyAsync(his, "catalogs/private", "other");
        Assert.Equal(own, await VersionAsync(his, "catalogs/private"));
        Assert.Equal(version, await VersionAsync(hers, "catalogs/private"));
    }

    [Fact]
    public async Task What_takes_a_scope_is_refused_without_it()
    {
        var reader = await Cluster.ClientAsync(Cluster.MatchingA, "acme");
        var writer = await Cluster.ClientAsync(Cluster.MatchingA, "acme", "catalog.write");

        foreach (
            var (client, catalog) in new[]
            {
                (reader, "catalogs/own"),
                (reader, "catalogs/builtin"),
                (writer, "catalogs/builtin"),
            }
        )
        {
            await Refused.WithAsync(
                StatusCode.PermissionDenied,
                () =>
                    client.Versions.RollBackCatalogAsync(
                        new RollBackCatalogRequest { Catalog = catalog },
                        cancellationToken: Cancel
                    )
            );
        }

        foreach (var client in new[] { reader, writer })
        {
            await Refused.WithAsync(
                StatusCode.PermissionDenied,
                () => client.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Cancel)
            );
            await Refused.WithAsync(
                StatusCode.PermissionDenied,
                () =>
                    client.Matching.RecommendRolesAsync(
                        new RecommendRolesRequest { Subject = People.Stored("profiles/anna") },
                        cancellationToken: Cancel
                    )
            );
            await AskAsync(client, new RecommendRolesRequest { Subject = People.Engineer });
        }
    }

    [Fact]
    public async Task An_api_key_is_taken_by_every_service_until_it_is_revoked()
    {
        var key = await Cluster.Tokens.KeyAsync("keyed", "matching.read");
        var client = Cluster.Connect(Cluster.MatchingA, key);
        var question = new RecommendRolesRequest { Subject = People.Engineer };
        var answer = await Eventually.GetAsync(
            "the services read the key",
            async () =>
            {
                try
                {
                    return await AskAsync(client, question);
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.Unauthenticated)
                {
                    return null;
                }
            },
            answer => answer is not null
        );
        Assert.NotEmpty(answer!.Recommendations);

        await Cluster.Tokens.RevokeAsync(key);
        await Eventually.FailsAsync("the key is refused", StatusCode.Unauthenticated, () => AskAsync(client, question));
    }

    [Fact]
    public async Task A_token_that_only_asks_gets_answers_that_the_other_services_help_with()
    {
        var asker = await Cluster.ClientAsync(Cluster.MatchingA, "asker", "matching.read");
        var answer = await AskAsync(asker, new RecommendRolesRequest { Subject = People.Engineer });
        Assert.NotEmpty(answer.Recommendations);

        var payReader = await Cluster.ClientAsync(Cluster.MatchingA, "asker", "salary.read");
        await Refused.WithAsync(
            StatusCode.PermissionDenied,
            () =>
                payReader.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Engineer },
                    cancellationToken: Cancel
                )
        );
    }
}
