using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

public sealed class ProfileRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taken_ids_are_refused()
    {
        await using var host = await ProfileHost.StartAsync();
        await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one");

        Assert.Equal(StatusCode.AlreadyExists, await ProfileCalls.CodeOf(host.CreateAsync(new Profile(), "one")));
        Assert.Equal(
            StatusCode.AlreadyExists,
            await ProfileCalls.CodeOf(host.CreateAsync(new Profile { ExternalId = "hr-1" }, "two"))
        );
    }

    [Theory]
    [InlineData("revision")]
    [InlineData("create_time")]
    [InlineData("terms")]
    [InlineData("salary")]
    [InlineData("skills.text")]
    public async Task A_mask_may_name_only_fields_that_callers_set(string path)
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile());

        var refused = await Assert.ThrowsAsync<RpcException>(() => ProfileCalls.UpdateAsync(host, created, path));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("update_mask", Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(400_000_000)]
    public async Task A_retention_outside_of_its_bounds_is_refused(long seconds)
    {
        await using var host = await ProfileHost.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            host.CreateAsync(new Profile { Retention = new Duration { Seconds = seconds } })
        );

        Assert.Equal(
            "subject.inline_profile.retention",
            Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field
        );
    }

    [Theory]
    [InlineData(2020, 5, 2020, 4, false)]
    [InlineData(2020, 5, 2019, 0, false)]
    [InlineData(2020, 5, 2020, 0, true)] // only the year is stated
    [InlineData(0, 5, 2020, 4, true)]
    public async Task A_job_does_not_end_before_it_starts(
        int startYear,
        int startMonth,
        int endYear,
        int endMonth,
        bool isPossible
    )
    {
        await using var host = await ProfileHost.StartAsync();
        var job = new HeldJob
        {
            Title = "x",
            Start = new Google.Type.Date { Year = startYear, Month = startMonth },
            End = new Google.Type.Date { Year = endYear, Month = endMonth },
        };

        var refused = await Record.ExceptionAsync(() => host.CreateAsync(new Profile { Jobs = { job } }));

        Assert.Equal(isPossible, refused is null);
    }
}
