using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class VersionTests(EmbeddedFixture embedded)
{
    private const int Turns = 50;
    private const int Readers = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_activations_and_rollbacks_disturb_no_reader()
    {
        var versions = embedded.Client.Versions;
        foreach (var version in (string[])["one", "two"])
        {
            var draft = await MakeAsync("turns", version, "cook", "baker", "waiter");
            await versions.ActivateVersionAsync(new ActivateVersionRequest { Name = draft.Name }, cancellationToken: Cancel);
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadUntilAsync(done.Token)).ToList();
        for (var turn = 0; turn < Turns; turn++)
        {
            await versions.RollBackCatalogAsync(
                new RollBackCatalogRequest { Catalog = "catalogs/turns", Reason = "turn" },
                cancellationToken: Cancel
            );
        }
        await done.CancelAsync();

        var reads = await Task.WhenAll(readers);
        Assert.All(reads, read => Assert.True(read > 0));
        var active = await versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/turns" },
            cancellationToken: Cancel
        );
        Assert.Equal(Turns + 2, active.Version.Revision);
    }

    [Fact]
    public async Task A_draft_is_tried_on_people_before_anyone_sees_it()
    {
        var versions = embedded.Client.Versions;
        var active = (
            await versions.GetActiveVersionAsync(
                new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
                cancellationToken: Cancel
            )
        ).Version;
        var draft = (
            await versions.CreateVersionAsync(
                new CreateVersionRequest
                {
                    Catalog = "catalogs/tried",
                    SourceVersion = active.Name,
                    VersionId = "1",
                },
                cancellationToken: Cancel
            )
        ).Version;
        await versions.ActivateVersionAsync(new ActivateVersionRequest { Name = draft.Name }, cancellationToken: Cancel);
        var next = (
            await versions.CreateVersionAsync(
                new CreateVersionRequest
                {
                    Catalog = "catalogs/tried",
                    SourceVersion = draft.Name,
                    VersionId = "2",
                },
                cancellationToken: Cancel
            )
        ).Version;
        var request = new ShadowVersionRequest
        {
            Version = next.Name,
            Subjects =
            {
                People.Number(1),
                People.Number(2),
                new Subject { InlineProfile = new Profile() },
            },
        };

        var same = await embedded.Client.Matching.ShadowVersionAsync(request, cancellationToken: Cancel);
        Assert.Equal((2, 1), (same.RankedCount, same.InsufficientCount));
        Assert.Equal(1, same.MeanOverlapAt10);
        Assert.Equal(1, same.MeanRankBiasedOverlap, 9);
        Assert.Empty(same.MovedRoles);

        var first = (
            await embedded.RecommendAsync(new RecommendRolesRequest { Subject = People.Number(1), CatalogVersion = draft.Name })
        ).Recommendations[0];
        await RetireAsync(next.Name, first.Role);
        var other = await embedded.Client.Matching.ShadowVersionAsync(request, cancellationToken: Cancel);
        Assert.True(other.MeanOverlapAt10 < 1);
        var moved = other.MovedRoles.Single(role => role.Role == first.Role);
        Assert.Equal((first.Title, 0), (moved.Title, moved.ShownAfter));
        Assert.True(moved.ShownBefore > 0 && moved.MeanRise < 0);
        Assert.Contains(other.MostChanged, person => person.Index == 0);
    }

    /// <summary>A version whose every text says which it is.</summary>
    private async Task<CatalogVersion> MakeAsync(string catalog, string version, params string[] roles)
    {
        var draft = (
            await embedded.Client.Versions.CreateVersionAsync(
                new CreateVersionRequest { Catalog = $"catalogs/{catalog}", VersionId = version },
                cancellationToken: Cancel
            )
        ).Version;
        var edit = new EditVersionRequest { Name = draft.Name };
        foreach (var skill in (string[])["cooking", "baking"])
        {
            edit.Put.Add(
                new CatalogEntry
                {
                    Skill = new Skill
                    {
                        Name = $"catalogs/{catalog}/skills/{skill}",
                        Title = skill,
                        Category = SkillCategory.Technical,
                    },
                }
            );
        }
        foreach (var role in roles)
        {
            edit.Put.Add(
                new CatalogEntry
                {
                    Role = new Role
                    {
                        Name = $"catalogs/{catalog}/roles/{role}",
                        Title = $"{role} {version}",
                        Skills =
                        {
                            new RoleSkill { Skill = $"catalogs/{catalog}/skills/cooking", Importance = 1 },
                            new RoleSkill { Skill = $"catalogs/{catalog}/skills/baking", Importance = 0.5 },
                        },
                    },
                }
            );
        }

        return (await embedded.Client.Versions.EditVersionAsync(edit, cancellationToken: Cancel)).Version;
    }

    private async Task<int> ReadUntilAsync(CancellationToken done)
    {
        var me = new Subject
        {
            InlineProfile = new Profile
            {
                Skills =
                {
                    new ProfileSkill { Text = "cooking" },
                    new ProfileSkill { Text = "baking" },
                },
            },
        };
        var reads = 0;
        while (!done.IsCancellationRequested)
        {
            // The second page is of the version of the first, whatever was activated in between.
            var page = new ListRolesRequest { Catalog = "catalogs/turns", PageSize = 2 };
            var first = await embedded.Client.Catalog.ListRolesAsync(page, cancellationToken: Cancel);
            page.PageToken = first.NextPageToken;
            var second = await embedded.Client.Catalog.ListRolesAsync(page, cancellationToken: Cancel);
            Assert.Equal((first.CatalogVersion, 3), (second.CatalogVersion, first.Roles.Count + second.Roles.Count));
            AssertOneVersion(first.CatalogVersion, first.Roles.Concat(second.Roles).Select(role => role.Title));

            var answer = await embedded.RecommendAsync(new RecommendRolesRequest { Catalog = "catalogs/turns", Subject = me });
            AssertOneVersion(answer.Versions.CatalogVersion, answer.Recommendations.Select(role => role.Title));
            reads++;
        }

        return reads;
    }

    private static void AssertOneVersion(string version, IEnumerable<string> titles)
    {
        var id = version[(version.LastIndexOf('/') + 1)..];
        Assert.All(titles, title => Assert.EndsWith($" {id}", title, StringComparison.Ordinal));
    }

    private async Task RetireAsync(string draft, string role)
    {
        var entries = await embedded.Client.Versions.GetEntriesAsync(
            new GetEntriesRequest { Version = draft, Names = { role } },
            cancellationToken: Cancel
        );
        var retired = entries.Entries[0];
        retired.Role.Retired = true;
        await embedded.Client.Versions.EditVersionAsync(
            new EditVersionRequest
            {
                Name = draft,
                Etag = entries.Etag,
                Put = { retired },
            },
            cancellationToken: Cancel
        );
    }
}
