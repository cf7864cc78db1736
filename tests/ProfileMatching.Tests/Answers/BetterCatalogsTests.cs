using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Tests.Documents;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Tests.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ProfileMatching.Tests.Answers;

public sealed class BetterCatalogsTests : IAsyncLifetime
{
    private static readonly ProfileCipher NoKeys = new(keys: null);

    private const string Asked = "catalogs/builtin";
    private static readonly DateTime Noon = new(2026, 11, 2, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly DocumentOptions _documents = new();
    private readonly DocumentRoom _room;
    private readonly ReaderPool _readers;
    private LibraryHost _host = null!;

    public BetterCatalogsTests() =>
        (_room, _readers) = (new DocumentRoom(_documents, Readers.Metrics()), Readers.Pool(_documents));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_catalog_that_understands_more_and_fits_better_is_named()
    {
        PublishMadeUp();
        _host.Catalog.Publish(Owners.Shared, "catalogs/another/versions/1", "Dog Walker");

        var search = await Search().FindAsync(Weak(), DateTime.MaxValue, Cancel);

        var named = search.Best!.ToUnderstanding();
        Assert.Equal(("catalogs/made-up", 1.0, "Data Scientist"), (named.Catalog, named.Share, named.BestTitle));
        Assert.Equal(search.Best.Fit.BestMilliPoints, named.BestFitMilliPoints);
        Assert.True(search.IsComplete);
        Assert.Equal(2, search.OtherCount);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 100_000)]
    public async Task A_catalog_that_understands_no_more_or_fits_no_better_is_not_named(double share, int bestMilliPoints)
    {
        PublishMadeUp();

        var search = await Search()
            .FindAsync(Weak() with { Share = share, BestMilliPoints = bestMilliPoints }, DateTime.MaxValue, Cancel);

        Assert.Null(search.Best);
        Assert.True(search.IsComplete);
    }

    [Fact]
    public async Task Without_another_catalog_there_is_none_to_name()
    {
        var search = await Search().FindAsync(Weak(), DateTime.MaxValue, Cancel);

        Assert.Equal(new CatalogSearch(null, 0, IsComplete: true), search);
    }

    [Fact]
    public async Task Nobody_is_asked_when_the_caller_has_no_time_left()
    {
        PublishMadeUp();

        var search = await Search().FindAsync(Weak(), Noon, Cancel);

        Assert.False(search.IsComplete);
        Assert.Equal(0, _host.Catalog.Asked);
    }

    [Fact]
    public async Task A_catalog_that_takes_longer_than_half_of_the_remaining_time_is_not_waited_for()
    {
        PublishMadeUp();
        _host.Catalog.Gate = new TaskCompletionSource().Task;

        var searching = Search().FindAsync(Weak(), Noon.AddSeconds(2), Cancel);
        await _host.Catalog.FirstStream.WaitAsync(Cancel);
        Assert.False(searching.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var search = await searching;
        Assert.Null(search.Best);
        Assert.False(search.IsComplete);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_search()
    {
        PublishMadeUp();
        _host.Catalog.Gate = new TaskCompletionSource().Task;
        using var caller = new CancellationTokenSource();

        var searching = Search().FindAsync(Weak(), DateTime.MaxValue, caller.Token);
        await _host.Catalog.FirstStream.WaitAsync(Cancel);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => searching);
    }

    [Fact]
    public async Task That_the_catalogs_cannot_be_listed_costs_no_answer()
    {
        _host.Catalog.IsDown = true;

        Assert.Equal(new CatalogSearch(null, 0, IsComplete: false), await Search().FindAsync(Weak(), DateTime.MaxValue, Cancel));
    }

    [Fact]
    public void The_time_to_wait_is_half_of_what_is_left_and_bounded()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), BetterCatalogs.TimeToWait(Noon, Noon.AddSeconds(2), Most));
        Assert.Equal(Most, BetterCatalogs.TimeToWait(Noon, Noon.AddSeconds(20), Most));
        Assert.Equal(Most, BetterCatalogs.TimeToWait(Noon, DateTime.MaxValue, Most));
        Assert.Equal(Most, BetterCatalogs.TimeToWait(Noon, DateTime.MinValue, Most));
        Assert.True(BetterCatalogs.TimeToWait(Noon, Noon.AddSeconds(-1), Most) < TimeSpan.Zero);
    }

    public async ValueTask InitializeAsync() => _host = await LibraryHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _readers.DisposeAsync();
        _room.Dispose();
    }

    private static WeakAnswer Weak()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Python" },
                new ProfileSkill { Text = "Statistics" },
                new ProfileSkill { Text = "SQL" },
            },
        };
        return new WeakAnswer(LibraryHost.Alice, new Subject { InlineProfile = profile }, Asked, Share: 0.25, BestMilliPoints: 0);
    }

    private void PublishMadeUp() => _host.Catalog.Publish(Owners.Shared, MadeUpCatalog.Version.Name, MadeUpCatalog.Entries());

    private BetterCatalogs Search() =>
        new(
            _host.Library,
            new Subjects(
                new ProfileReader(_host.Databases, new StoredProfiles(NoKeys), NoKeys),
                new DocumentReading(_room, _readers, _documents),
                _clock
            ),
            new MatchingOptions { BetterCatalogWait = Most },
            _clock,
            NullLogger<BetterCatalogs>.Instance
        );
}
