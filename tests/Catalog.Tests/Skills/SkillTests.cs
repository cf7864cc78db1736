using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Skills;

public sealed class SkillTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private const string BuiltIn = "catalogs/builtin";
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_skill_says_how_many_roles_ask_for_it()
    {
        var answer = await _host.Catalog.GetSkillAsync(
            new GetSkillRequest { Name = $"{BuiltIn}/skills/python" },
            cancellationToken: Cancel
        );
        var roles = await _host.Catalog.ListRolesAsync(
            new ListRolesRequest
            {
                Catalog = BuiltIn,
                PageSize = 1000,
                View = RoleView.Full,
            },
            cancellationToken: Cancel
        );
        Assert.Equal(roles.Roles.Count(role => role.Skills.Any(skill => skill.Skill == answer.Skill.Name)), answer.RoleCount);
        await Refused.Async(
            StatusCode.NotFound,
            () =>
                _host.Catalog.GetSkillAsync(new GetSkillRequest { Name = $"{BuiltIn}/skills/alchemy" }, cancellationToken: Cancel)
        );
    }

    [Fact]
    public async Task Skills_are_listed_by_category()
    {
        var answer = await _host.Catalog.ListSkillsAsync(
            new ListSkillsRequest
            {
                Catalog = BuiltIn,
                Categories = { SkillCategory.Soft },
                PageSize = 2,
            },
            cancellationToken: Cancel
        );
        Assert.Equal(2, answer.Skills.Count);
        Assert.All(answer.Skills, skill => Assert.Equal(SkillCategory.Soft, skill.Category));
        Assert.True(answer.TotalSize > 2);
        Assert.NotEmpty(answer.NextPageToken);
    }

    [Fact]
    public async Task Words_are_resolved_in_order_each_with_how_it_was_read()
    {
        var request = new ResolveSkillsRequest { Catalog = BuiltIn, Texts = { "Pythn", "no such thing at all", "python" } };
        var answer = await _host.Catalog.ResolveSkillsAsync(request, cancellationToken: Cancel);
        Assert.Equal(request.Texts, answer.Resolutions.Select(resolution => resolution.Text));
        Assert.Equal(
            [MatchKind.Spelling, MatchKind.Unspecified, MatchKind.Title],
            answer.Resolutions.Select(resolution => resolution.Kind)
        );
        Assert.Equal($"{BuiltIn}/skills/python", answer.Resolutions[0].Skill);
    }
}
