using CareerRecs.Matching.V1;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class OnetTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    [Fact]
    public async Task The_whole_labour_market_is_imported_once_and_recommended_from_by_every_replica()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "", "onet", "db_29_3_text.zip");
        Assert.SkipUnless(File.Exists(path), "NOT TESTED: CAREERRECS_DATA does not name a folder with onet/db_29_3_text.zip.");

        await Cluster.CommandAsync(
            "import",
            "onet",
            path,
            "--reason",
            "the newest release",
            "--catalog-server",
            $"{Cluster.Catalog.Address}",
            "--token",
            await Cluster.Tokens.OfAsync("operations", "operator")
        );

        var question = new RecommendRolesRequest
        {
            Subject = People.Engineer,
            Catalog = "catalogs/onet",
            IncludePay = true,
            Location = "San Francisco, CA",
        };
        var answers = await Task.WhenAll((await ReplicasAsync("onet-users")).Select(replica => AskAsync(replica, question)));

        Assert.Equal(answers[0].Recommendations, answers[1].Recommendations);
        Assert.Equal("catalogs/onet/versions/29.3", answers[0].Versions.CatalogVersion);
        Assert.True(answers[0].SearchedRoleCount > 800, $"{answers[0].SearchedRoleCount} roles were looked at");
        Assert.Equal(PayStatus.Included, answers[0].PayStatus);
        Assert.Contains(answers[0].Attributions, a => a.Contains("O*NET", StringComparison.Ordinal));
    }
}
