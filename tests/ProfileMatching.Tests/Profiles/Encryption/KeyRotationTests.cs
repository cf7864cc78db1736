using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ServiceDefaults.Health;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Encryption;

public sealed class KeyRotationTests : IDisposable
{
    private readonly EncryptedHost _encrypted = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _encrypted.Dispose();

    [Fact]
    public async Task Profiles_from_before_the_keys_stay_readable_and_are_encrypted()
    {
        Profile made;
        await using (var before = await _encrypted.StartWithoutKeysAsync())
        {
            made = await before.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r");
        }
        await using var host = await _encrypted.StartAsync();
        Assert.Equal(made, await host.GetAsync("profiles/-/externalIds/hr-1"));
        Assert.Equal(made, await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r"));

        await EncryptedHost.RotateAsync(host);

        Assert.Equal(["first"], await EncryptedHost.FindKeysAsync(host));
        Assert.Equal(made, await host.GetAsync("profiles/-/externalIds/hr-1"));
        Assert.Equal(made, await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r"));
        await using var db = host.OpenDatabase();
        Assert.True((await db.Requests.SingleAsync(Token)).IsSealed);
        Assert.DoesNotContain("hr-1", (await db.Profiles.SingleAsync(Token)).ExternalId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_rotate_while_profiles_are_written()
    {
        const int people = 40;
        await using var host = await _encrypted.StartAsync();
        await UpsertAsync(host, people, years: 1);
        _encrypted.Write(_encrypted.Read().WithPrimary("second"));
        EncryptedHost.SeeKeys(host);

        var writing = Enumerable.Range(2, 4).Select(years => Task.Run(() => UpsertAsync(host, people, years), Token)).ToList();
        do
        {
            await EncryptedHost.RotateAsync(host);
        } while (!writing.TrueForAll(task => task.IsCompleted));
        var outcomes = (await Task.WhenAll(writing)).SelectMany(answer => answer.Results).Select(r => r.Outcome);
        var report = await EncryptedHost.RotateAsync(host);

        Assert.DoesNotContain(UpsertOutcome.Created, outcomes);
        Assert.Equal((0, 0), (report.Failed, report.Use.Left));
        Assert.Equal(Enumerable.Repeat("second", people), await EncryptedHost.FindKeysAsync(host));

        // The former key is needed no more.
        var file = _encrypted.Read();
        _encrypted.Write(file with { Keys = [.. file.Keys.Where(key => key.Id == "second")] });
        EncryptedHost.SeeKeys(host);
        var listed = await host.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Token);
        Assert.Equal(people, listed.Profiles.Count);
    }

    [Fact]
    public async Task A_written_profile_comes_to_the_primary_key_by_itself_and_keeps_its_revision_otherwise()
    {
        await using var host = await _encrypted.StartAsync();
        await host.CreateAsync(new Profile { ExternalId = "1" }, "a");
        var untouched = await host.CreateAsync(new Profile { ExternalId = "2" }, "b");
        _encrypted.Write(_encrypted.Read().WithPrimary("second"));
        EncryptedHost.SeeKeys(host);

        await host.Profiles.UpdateProfileAsync(
            new UpdateProfileRequest
            {
                Profile = new Profile { Name = "profiles/a", YearsExperience = 5 },
            },
            cancellationToken: Token
        );
        Assert.Equal(["second", "first"], await EncryptedHost.FindKeysAsync(host));

        var report = await EncryptedHost.RotateAsync(host);
        Assert.Equal((1, 0), (report.Rewrapped, report.Use.Left));
        Assert.Equal(untouched, await host.GetAsync("profiles/b"));
    }

    [Fact]
    public async Task A_profile_whose_key_is_missing_names_the_key_and_can_be_erased()
    {
        await using var host = await _encrypted.StartAsync();
        await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r");
        var former = _encrypted.Read();
        _encrypted.Write(KeyRingFile.Create("other") with { LookupKey = former.LookupKey });
        EncryptedHost.SeeKeys(host);

        var calls = new Func<Task>[]
        {
            () => host.GetAsync("profiles/one"),
            () => host.GetAsync("profiles/-/externalIds/hr-1"),
            () => host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r"),
            async () => await host.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Token),
        };
        foreach (var call in calls)
        {
            var (code, info) = await EncryptedHost.FailAsync(call);
            Assert.Equal(
                (StatusCode.FailedPrecondition, "ENCRYPTION_KEY_MISSING", "first"),
                (code, info.Reason, info.Metadata["key"])
            );
        }
        var row = (await UpsertAsync(host, new Profile { ExternalId = "hr-1" })).Results.Single();
        Assert.Equal((UpsertOutcome.Failed, (int)StatusCode.FailedPrecondition), (row.Outcome, row.Status.Code));
        var report = await EncryptedHost.RotateAsync(host);
        Assert.Equal(1, report.Use.Left);
        Assert.Equal(["first"], await EncryptedHost.FindKeysAsync(host));

        await host.Profiles.DeleteProfileAsync(
            new DeleteProfileRequest { Name = "profiles/-/externalIds/hr-1", Etag = "00000001" },
            cancellationToken: Token
        );
        Assert.Empty(await EncryptedHost.FindKeysAsync(host));
    }

    [Fact]
    public async Task A_host_without_keys_makes_no_second_profile_of_somebody_encrypted()
    {
        await using (var before = await _encrypted.StartAsync())
        {
            await before.CreateAsync(new Profile { ExternalId = "hr-1" });
        }
        await using var host = await _encrypted.StartWithoutKeysAsync();

        var calls = new Func<Task>[]
        {
            () => host.GetAsync("profiles/-/externalIds/hr-1"),
            () => host.CreateAsync(new Profile { ExternalId = "hr-1" }),
            () => UpsertAsync(host, new Profile { ExternalId = "hr-1" }),
        };
        foreach (var call in calls)
        {
            Assert.Equal("ENCRYPTION_KEY_MISSING", (await EncryptedHost.FailAsync(call)).Info.Reason);
        }
        Assert.Single(await EncryptedHost.FindKeysAsync(host));
    }

    [Fact]
    public async Task The_status_shows_which_key_and_what_is_left()
    {
        await using var host = await _encrypted.StartAsync();
        var probe = host.Service<IEnumerable<IDependencyProbe>>().OfType<KeyRotationLoop>().Single();
        Assert.StartsWith("key first", probe.Look().Detail, StringComparison.Ordinal);

        await using var off = await ProfileHost.StartAsync();
        Assert.StartsWith(
            "off",
            off.Service<IEnumerable<IDependencyProbe>>().OfType<KeyRotationLoop>().Single().Look().Detail,
            StringComparison.Ordinal
        );
    }

    private static Task<UpsertProfilesResponse> UpsertAsync(ProfileHost host, int people, int years) =>
        UpsertAsync(
            host,
            [.. Enumerable.Range(0, people).Select(i => new Profile { ExternalId = $"hr-{i}", YearsExperience = years })]
        );

    private static async Task<UpsertProfilesResponse> UpsertAsync(ProfileHost host, params Profile[] rows) =>
        await host.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { rows } }, cancellationToken: Token);
}
