using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ServiceDefaults.Auth;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

public sealed class ErasureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasing_leaves_a_tombstone_an_event_and_nothing_of_the_person()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { ExternalId = "hr-1", Interests = { "law" } }, requestId: "r");
        var now = host.Clock.GetUtcNow();

        var answer = await DeleteAsync(host, created.Name);

        Assert.Equal(Timestamp.FromDateTimeOffset(now + TimeSpan.FromMinutes(11)), answer.ErasureCompleteTime);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => host.GetAsync(created.Name))).StatusCode);
        Assert.Equal(["ProfileChanged 1", "ProfileErased 2"], await host.EventsOfAsync(created.Name));
        await using var db = host.OpenDatabase();
        Assert.Empty(await db.Profiles.ToListAsync(Token));
        Assert.Equal(2, (await db.Tombstones.SingleAsync(Token)).Revision);
        Assert.Empty((await db.Requests.SingleAsync(Token)).Response);
    }

    [Fact]
    public async Task Erasing_twice_succeeds_with_the_same_time_and_one_event()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile());
        var first = await DeleteAsync(host, created.Name);
        host.Clock.Advance(TimeSpan.FromMinutes(3));

        var second = await DeleteAsync(host, created.Name);

        Assert.Equal(
            first.ErasureCompleteTime.ToDateTimeOffset().ToUnixTimeMilliseconds(),
            second.ErasureCompleteTime.ToDateTimeOffset().ToUnixTimeMilliseconds()
        );
        Assert.Equal(["ProfileChanged 1", "ProfileErased 2"], await host.EventsOfAsync(created.Name));
        Assert.Equal(
            StatusCode.NotFound,
            (await Assert.ThrowsAsync<RpcException>(() => DeleteAsync(host, "profiles/never"))).StatusCode
        );
    }

    [Fact]
    public async Task The_id_of_an_erased_profile_is_not_used_again()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r");
        await DeleteAsync(host, created.Name);

        var again = await Assert.ThrowsAsync<RpcException>(() => host.CreateAsync(new Profile(), "one"));
        Assert.Equal(StatusCode.AlreadyExists, again.StatusCode);
        var repeated = await Assert.ThrowsAsync<RpcException>(() =>
            host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r")
        );
        Assert.Equal("PROFILE_ERASED", repeated.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.NotEqual(created.Name, (await host.CreateAsync(new Profile { ExternalId = "hr-1" })).Name);
    }

    [Fact]
    public async Task Reading_for_matching_looks_at_the_tombstone()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { YearsExperience = 3 });
        var reader = host.Service<ProfileReader>();

        Assert.Equal(3, (await reader.GetAsync(Caller.Local, created.Name, Token)).Profile.YearsExperience);
        Assert.Equal(1, (await reader.GetStampAsync(Caller.Local, created.Name, Token)).Revision);
        await DeleteAsync(host, created.Name);

        await Assert.ThrowsAsync<RpcException>(() => reader.GetAsync(Caller.Local, created.Name, Token));
        await Assert.ThrowsAsync<RpcException>(() => reader.GetStampAsync(Caller.Local, created.Name, Token));
    }

    [Fact]
    public async Task The_sweep_erases_what_is_past_its_retention_and_nothing_else()
    {
        await using var host = await ProfileHost.StartAsync();
        var day = new Duration { Seconds = 86400 };
        var brief = await host.CreateAsync(new Profile { Retention = day });
        var renewed = await host.CreateAsync(new Profile { Retention = day });
        var kept = await host.CreateAsync(new Profile(), requestId: "r");
        Assert.Equal(TimeSpan.FromDays(1), brief.ExpireTime.ToDateTimeOffset() - brief.UpdateTime.ToDateTimeOffset());

        host.Clock.Advance(TimeSpan.FromHours(20));
        await host.Profiles.UpdateProfileAsync(
            new UpdateProfileRequest
            {
                Profile = new Profile
                {
                    Name = renewed.Name,
                    YearsExperience = 1,
                    Retention = day,
                },
            },
            cancellationToken: Token
        );
        host.Clock.Advance(TimeSpan.FromHours(5));
        await host.Sweep().SweepAsync(Token);

        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => host.GetAsync(brief.Name))).StatusCode);
        // The change was published and forgotten more than a day ago.
        Assert.Equal("ProfileErased 2", (await host.EventsOfAsync(brief.Name))[^1]);
        Assert.Equal(2, (await host.GetAsync(renewed.Name)).Revision);
        Assert.Equal(1, (await host.GetAsync(kept.Name)).Revision);
        await using var db = host.OpenDatabase();
        Assert.Empty(await db.Requests.ToListAsync(Token));
    }

    private static async Task<DeleteProfileResponse> DeleteAsync(ProfileHost host, string name) =>
        await host.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = name }, cancellationToken: Token);
}
