using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Roles;

public sealed class FilterTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private static readonly Metadata Caller = CatalogTestHost.As("filters");

    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_are_narrowed_by_what_the_roles_state()
    {
        await PublishAsync();
        Assert.Equal(["cook-junior"], await ListAsync(new() { Code = "35-2014" }));
        Assert.Equal(["cook-head"], await ListAsync(new() { ExternalId = "HR-7" }));
        Assert.Equal(["cook-head"], await ListAsync(new() { Track = Track.PeopleManager }));
        Assert.Equal(["cook-head", "cook-junior"], await ListAsync(new() { Sources = { "House" } }));
        Assert.Equal(["cook-head", "cook-junior"], await ListAsync(new() { Ladder = "kitchen" }));
        Assert.Empty(await ListAsync(new() { Ladder = "kitchen", Sources = { "Market" } }));
    }

    [Fact]
    public async Task A_facet_counts_what_the_other_filters_leave()
    {
        await PublishAsync();
        var all = await SearchAsync(new());
        Assert.Equal(3, all.Matches.Count);
        Assert.Equal([("House", 2), ("Market", 1)], Values(all, "sources"));

        var house = await SearchAsync(new() { Sources = { "House" } });
        Assert.Equal(2, house.Matches.Count);
        Assert.Equal([("House", 2), ("Market", 1)], Values(house, "sources"));
        Assert.Equal([("SENIORITY_JUNIOR", 1), ("SENIORITY_LEAD", 1)], Values(house, "seniorities"));
        Assert.Equal([("cook", 2)], Values(house, "families"));
    }

    private static IEnumerable<(string, int)> Values(SearchRolesResponse answer, string field) =>
        answer.Facets.Single(facet => facet.Field == field).Values.Select(value => (value.Value, value.Count));

    private async Task PublishAsync()
    {
        var entries = Sample.Catalog("acme", "cook-junior", "cook-head", "cook-mid");
        var roles = entries.Select(entry => entry.Role).OfType<Role>().ToDictionary(role => role.Title);
        var ladder = new Ladder
        {
            Id = "kitchen",
            Steps =
            {
                new LadderStep { Role = roles["cook-junior"].Name },
                new LadderStep { Role = roles["cook-head"].Name },
            },
        };
        foreach (var role in roles.Values)
        {
            role.Source = "House";
        }
        roles["cook-mid"].Source = "Market";
        roles["cook-junior"].Seniority = Seniority.Junior;
        roles["cook-junior"].Codes.Add(new Code { System = CodeSystem.Soc, Value = "35-2014" });
        roles["cook-junior"].Ladder = ladder;
        roles["cook-head"].Seniority = Seniority.Lead;
        roles["cook-head"].Track = Track.PeopleManager;
        roles["cook-head"].ExternalId = "HR-7";
        roles["cook-head"].Ladder = ladder;
        await _host.ActivateAsync(Caller, (await _host.ImportAsync(Caller, "acme", "", entries)).Name);
    }

    private async Task<IEnumerable<string>> ListAsync(ListRolesRequest request)
    {
        request.Catalog = "catalogs/acme";
        return (await _host.Catalog.ListRolesAsync(request, Caller, cancellationToken: Cancel)).Roles.Select(role => role.Title);
    }

    private async Task<SearchRolesResponse> SearchAsync(SearchRolesRequest request)
    {
        request.Catalog = "catalogs/acme";
        request.Query = "cook";
        return await _host.Catalog.SearchRolesAsync(request, Caller, cancellationToken: Cancel);
    }
}
