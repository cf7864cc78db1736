using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>
/// A company's own catalog from the command line: imported on top of another, edited as a draft, compared, tried and published.
/// </summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class OwnCatalogTests(EmbeddedFixture embedded)
{
    private const string Table = """
        role,seniority,ladder,ladder_step,skill,category,necessity,importance,proficiency
        Barista,junior,Bar,1,Espresso making,technical,essential,,3
        Barista,,,,Cash handling,technical,optional,.4,
        Head barista,lead,Bar,2,Espresso making,,essential,,6
        Head barista,,,,Python,,optional,.2,
        """;

    [Fact]
    public async Task It_is_imported_edited_compared_tried_and_published()
    {
        using var shell = new Shell();
        var builtIn = (
            await embedded.Client.Versions.GetActiveVersionAsync(
                new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
                cancellationToken: TestContext.Current.CancellationToken
            )
        ).Version;
        var imported = ImportVersionResponse.Parser.ParseJson(
            await RunAsync(
                shell,
                "import",
                "catalog",
                shell.File("roles.csv", Table),
                "--catalog",
                "bar",
                "--base",
                builtIn.Name,
                "--name",
                "Bar"
            )
        );
        Assert.Equal(
            (builtIn.RoleCount + 2, builtIn.SkillCount + 2, "Bar"),
            (imported.Version.RoleCount, imported.Version.SkillCount, imported.Version.DisplayName)
        );

        await RunAsync(shell, "versions", "create", "bar@next", "--from", "bar@1");
        var entry = new CatalogEntry
        {
            Role = new Role
            {
                Name = "catalogs/bar/roles/roaster",
                Title = "Coffee roaster",
                Skills =
                {
                    new RoleSkill { Skill = "catalogs/bar/skills/espresso-making", Importance = 1 },
                },
            },
        };
        var edited = EditVersionResponse.Parser.ParseJson(
            await RunAsync(
                shell,
                "versions",
                "edit",
                "bar@next",
                "--put",
                shell.File("put.jsonl", entry.ToString()),
                "--remove",
                "catalogs/bar/roles/technical-writer"
            )
        );
        Assert.Equal((1, 1), (edited.AddedCount, edited.RemovedCount));

        var diff = DiffVersionsResponse.Parser.ParseJson(await RunAsync(shell, "versions", "diff", "bar@next"));
        Assert.Equal(
            ("Coffee roaster", "Technical Writer"),
            (diff.Roles.Added.Single().Title, diff.Roles.Removed.Single().Title)
        );
        var me = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Espresso making" },
                new ProfileSkill { Text = "Cash handling" },
            },
        };
        var shadow = ShadowVersionResponse.Parser.ParseJson(
            await RunAsync(shell, "versions", "shadow", "bar@next", "--profiles", shell.File("people.jsonl", me.ToString()))
        );
        Assert.Equal(1, shadow.RankedCount);
        Assert.Contains(shadow.MovedRoles, role => role is { Title: "Coffee roaster", ShownBefore: 0, ShownAfter: 1 });

        await RunAsync(shell, "versions", "activate", "bar@next");
        var request = new RecommendRolesRequest
        {
            Catalog = "catalogs/bar",
            Subject = new Subject { InlineProfile = me },
            OnePerLadder = true,
        };
        var answer = await Eventually.GetAsync(
            "an answer from the new version",
            () => embedded.RecommendAsync(request),
            a => a.Versions.CatalogVersion == "catalogs/bar/versions/next"
        );
        // Of some hundred roles these two alone ask for nothing that is not shown.
        Assert.Equal(["Barista", "Coffee roaster"], answer.Recommendations.Take(2).Select(role => role.Title));
        Assert.All(
            answer.Recommendations.Take(2),
            role => Assert.Equal((100_000, FitBand.Strong), (role.Fit.MilliPoints, role.Fit.Band))
        );
        Assert.All(answer.Recommendations.Skip(2), role => Assert.InRange(role.Fit.MilliPoints, 50_000, 99_999));
    }

    [Fact]
    public async Task A_version_must_be_named_whole()
    {
        using var shell = new Shell();
        Assert.Equal(
            ExitCodes.Usage,
            (await shell.RunAsync(["versions", "diff", "bar", "--server", $"{embedded.Address}"], "")).Code
        );
    }

    private async Task<string> RunAsync(Shell shell, params string[] command) =>
        await shell.RunToSuccessAsync([.. command, "--output", "json", "--server", $"{embedded.Address}"]);
}
