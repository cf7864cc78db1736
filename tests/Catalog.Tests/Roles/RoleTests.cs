using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Roles;

public sealed class RoleTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private const string BuiltIn = "catalogs/builtin";
    private const string Engineer = "catalogs/builtin/roles/machine-learning-engineer";
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_comes_whole_with_the_titles_of_its_skills()
    {
        var answer = await _host.Catalog.GetRoleAsync(new GetRoleRequest { Name = Engineer }, cancellationToken: Cancel);
        Assert.Equal("catalogs/builtin/versions/2026.11", answer.CatalogVersion);
        Assert.Equal(answer.Role.Skills.Count, answer.SkillTitles.Count);
        Assert.Contains("Python", answer.SkillTitles);
        Assert.NotEmpty(answer.Attributions);
        Assert.NotNull(answer.Role.Ladder);
    }

    [Fact]
    public async Task A_role_comes_with_the_field_whose_sections_it_shares_or_none()
    {
        var shared = await _host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = $"{BuiltIn}/roles/machine-learning-specialist" },
            cancellationToken: Cancel
        );
        Assert.Equal(shared.Role.Field, shared.Field.Name);
        Assert.Contains(shared.Field.Figures, figure => figure.Value == 74);
        Assert.NotEmpty(shared.Field.MarketDemand.Statements);
        Assert.Equal(5, shared.KeyRoles.Count);
        Assert.Equal(19, shared.KeyRoles.Sum(key => key.Ladder.Steps.Count));
        Assert.Equal("Machine Learning Engineer", shared.KeyRoles[0].Title);

        var none = await _host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = $"{BuiltIn}/roles/ux-designer" },
            cancellationToken: Cancel
        );
        Assert.Null(none.Field);
    }

    [Fact]
    public async Task Roles_come_in_the_order_asked_for_and_one_unknown_name_fails_them_all()
    {
        var request = new BatchGetRolesRequest { Catalog = BuiltIn, Names = { $"{BuiltIn}/roles/ux-designer", Engineer } };
        var answer = await _host.Catalog.BatchGetRolesAsync(request, cancellationToken: Cancel);
        Assert.Equal(request.Names, answer.Roles.Select(role => role.Name));

        request.Names.Add($"{BuiltIn}/roles/alchemist");
        await Refused.Async(StatusCode.NotFound, () => _host.Catalog.BatchGetRolesAsync(request, cancellationToken: Cancel));
        request.Names[^1] = "catalogs/onet/roles/15-2051.00";
        await Refused.Async(
            StatusCode.InvalidArgument,
            () => _host.Catalog.BatchGetRolesAsync(request, cancellationToken: Cancel)
        );
    }

    [Fact]
    public async Task Lists_filter_and_are_basic_unless_asked()
    {
        var request = new ListRolesRequest
        {
            Catalog = BuiltIn,
            Families = { "machine-learning" },
            Seniorities = { Seniority.Senior },
        };
        var basic = await _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel);
        Assert.NotEmpty(basic.Roles);
        Assert.All(
            basic.Roles,
            role => Assert.Equal(("machine-learning", Seniority.Senior, 0), (role.Family, role.Seniority, role.Skills.Count))
        );
        request.View = RoleView.Full;
        var full = await _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel);
        Assert.Equal(basic.TotalSize, full.TotalSize);
        Assert.All(full.Roles, role => Assert.NotEmpty(role.Skills));
    }

    [Fact]
    public async Task Titles_are_searched_and_resolved()
    {
        var hits = await _host.Catalog.SearchRolesAsync(
            new SearchRolesRequest
            {
                Catalog = BuiltIn,
                Query = "machine lear",
                Seniorities = { Seniority.Mid },
                PageSize = 1,
            },
            cancellationToken: Cancel
        );
        Assert.Equal(Seniority.Mid, Assert.Single(hits.Matches).Seniority);
        Assert.NotEmpty(hits.NextPageToken);

        var meaning = await _host.Catalog.ResolveTitleAsync(
            new ResolveTitleRequest { Catalog = BuiltIn, Title = "Sr. ML Engineer (Remote)" },
            cancellationToken: Cancel
        );
        Assert.Equal($"{BuiltIn}/roles/senior-machine-learning-engineer", meaning.Matches[0].Role);
        Assert.Equal(Seniority.Senior, meaning.StatedSeniority);
        Assert.InRange(meaning.Matches.Count, 1, 3);

        var none = await _host.Catalog.ResolveTitleAsync(
            new ResolveTitleRequest { Catalog = BuiltIn, Title = "qqqq zzzz" },
            cancellationToken: Cancel
        );
        Assert.Empty(none.Matches);
    }

    [Fact]
    public async Task A_version_of_another_catalog_is_refused()
    {
        var request = new GetRoleRequest { Name = Engineer, CatalogVersion = "catalogs/onet/versions/29.3" };
        await Refused.Async(StatusCode.InvalidArgument, () => _host.Catalog.GetRoleAsync(request, cancellationToken: Cancel));
        request.CatalogVersion = $"{BuiltIn}/versions/1999";
        await Refused.Async(StatusCode.NotFound, () => _host.Catalog.GetRoleAsync(request, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_field_comes_with_its_figures()
    {
        var answer = await _host.Catalog.GetFieldAsync(
            new GetFieldRequest { Name = $"{BuiltIn}/fields/machine-learning" },
            cancellationToken: Cancel
        );
        Assert.NotEmpty(answer.Field.Figures);
        await Refused.Async(
            StatusCode.NotFound,
            () =>
                _host.Catalog.GetFieldAsync(new GetFieldRequest { Name = $"{BuiltIn}/fields/alchemy" }, cancellationToken: Cancel)
        );
    }
}
