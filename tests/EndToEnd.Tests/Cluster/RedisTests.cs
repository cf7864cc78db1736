using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class RedisTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    private const int Questions = 5;

    [Fact]
    public async Task Answers_are_the_same_with_redis_up_hung_stopped_and_back()
    {
        var redis = Cluster.Servers.Redis;
        var replicas = await ReplicasAsync("cache");
        await CacheIsAsync(replicas, GetStatusResponse.Types.Dependency.Types.State.Up);
        // One replica has answered everything; the other, which remembers nothing, is asked in each state of Redis.
        var known = new List<RecommendRolesResponse>();
        for (var i = 0; i < 4 * Questions; i++)
        {
            known.Add(await AskAsync(replicas[0], Question(i)));
        }

        await SameAsync(replicas[1], known, 0);

        await redis.PauseAsync();
        await SameAsync(replicas[1], known, 1);
        await redis.ResumeAsync();

        await redis.StopAsync();
        await SameAsync(replicas[1], known, 2);
        await CacheIsAsync([replicas[1]], GetStatusResponse.Types.Dependency.Types.State.Down);

        await redis.StartAsync(Cancel);
        await SameAsync(replicas[1], known, 3);
        await CacheIsAsync([replicas[1]], GetStatusResponse.Types.Dependency.Types.State.Up);
    }

    private static RecommendRolesRequest Question(int number) =>
        new()
        {
            Subject = People.Number(number),
            IncludePay = true,
            Location = "Boston, MA",
        };

    private static async Task SameAsync(CareerRecsClient replica, List<RecommendRolesResponse> known, int state)
    {
        for (var i = state * Questions; i < (state + 1) * Questions; i++)
        {
            Assert.Equal(known[i], await AskAsync(replica, Question(i)));
        }
    }

    private static async Task CacheIsAsync(
        IEnumerable<CareerRecsClient> replicas,
        GetStatusResponse.Types.Dependency.Types.State state
    )
    {
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync($"the cache is {state}", () => CacheAsync(replica), seen => seen == state);
        }
    }

    private static async Task<GetStatusResponse.Types.Dependency.Types.State> CacheAsync(CareerRecsClient replica) =>
        (await replica.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel))
            .Dependencies.Single(d => d.Name == "cache")
            .State;
}
