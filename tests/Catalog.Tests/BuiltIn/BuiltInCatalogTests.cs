using System.Text.Json;
using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

public sealed class BuiltInCatalogTests
{
    private static readonly List<CatalogEntry> Entries = [.. BuiltInCatalog.Read().Entries];
    private static readonly List<Skill> Skills = [.. Entries.Select(entry => entry.Skill).OfType<Skill>()];
    private static readonly List<Role> Roles = [.. Entries.Select(entry => entry.Role).OfType<Role>()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Its_data_has_no_errors()
    {
        var report = BuiltInCatalog.Read().Report;
        Assert.True(
            report.ErrorCount == 0,
            string.Join('\n', report.Findings.Select(finding => $"{finding.Code}: {finding.Message}"))
        );
        Assert.DoesNotContain(report.Findings, finding => finding.Code is "DUPLICATE_TITLE" or "SKILL_WITHOUT_CATEGORY");
        // A later step may ask for less in another's catalog, and be right; in ours it is a slip.
        Assert.DoesNotContain(report.Findings, finding => finding.Code == "LADDER_PROFICIENCY_FALLS");
        Assert.True(Roles.Count >= 90, $"{Roles.Count} roles");
    }

    [Fact]
    public void Every_role_states_what_it_takes_to_match_and_to_read_it()
    {
        Assert.All(
            Roles,
            role =>
            {
                Assert.NotEqual(Seniority.Unspecified, role.Seniority);
                Assert.NotEmpty(role.Overview);
                Assert.NotEmpty(role.Family);
                Assert.NotEmpty(role.Responsibilities);
                Assert.True(role.Skills.Count is >= 15 and <= 60, $"{role.Name}: {role.Skills.Count} skills");
                Assert.Contains(role.Skills, skill => skill.Necessity == Necessity.Essential);
                Assert.All(role.Skills, skill => Assert.True(skill.HasProficiency, $"{role.Name}: {skill.Skill}"));
            }
        );
    }

    [Fact]
    public void Titles_are_taken_once_alternate_ones_too()
    {
        var taken = Roles
            .SelectMany(role => role.AlternateTitles.Prepend(role.Title), (role, title) => (role.Name, title))
            .GroupBy(pair => pair.title, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => pair.Name))}");
        Assert.Empty(taken);
    }

    [Fact]
    public void What_developers_call_themselves_in_a_survey_is_a_role_by_its_title()
    {
        using var file = File.OpenRead(RealData.Find(RealData.SurveyRoles));
        var titles = JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!.Values.SelectMany(titles => titles);
        var known = Roles
            .SelectMany(role => role.AlternateTitles.Prepend(role.Title))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(titles, title => Assert.Contains(title, known));
    }

    [Fact]
    public void A_name_of_a_skill_means_one_skill_and_stands_there_once()
    {
        var names = Skills
            .SelectMany(skill => skill.Aliases.Prepend(skill.Title), (skill, name) => (Skill: skill.Name, Name: name))
            .ToList();
        var twice = names
            .GroupBy(name => name.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(twice);
        var shared = names
            .GroupBy(name => TextAnalysis.Normalize(name.Name), StringComparer.Ordinal)
            .Where(group => group.DistinctBy(name => name.Skill).Count() > 1)
            .Select(group => string.Join(", ", group.Select(name => $"{name.Skill}: {name.Name}")));
        Assert.Empty(shared);
    }

    [Fact]
    public void What_stands_in_for_a_skill_is_another_skill_named_once_and_in_part()
    {
        Assert.All(
            Skills,
            skill =>
            {
                Assert.Equal(skill.Related.Count, skill.Related.DistinctBy(related => related.Skill).Count());
                Assert.All(
                    skill.Related,
                    related =>
                    {
                        Assert.NotEqual(skill.Name, related.Skill);
                        Assert.InRange(related.Similarity, 0.01, 1);
                    }
                );
            }
        );
    }

    [Fact]
    public void Roles_of_different_ladders_ask_for_different_skills()
    {
        var alike =
            from one in Roles
            from other in Roles
            where string.CompareOrdinal(one.Name, other.Name) < 0 && LadderOf(one) != LadderOf(other)
            let likeness = Jaccard(one, other)
            where likeness >= 0.8
            select $"{one.Name} and {other.Name}: {likeness:0.00}";
        Assert.Empty(alike);
    }

    [Fact]
    public async Task A_fresh_host_serves_it_and_a_restart_makes_no_second_version()
    {
        using var folder = new TempFolder();
        var list = new ListVersionsRequest { Catalog = "catalogs/builtin" };
        for (var start = 0; start < 2; start++)
        {
            await using var host = await CatalogTestHost.StartAsync(folder.Path);
            var version = Assert.Single((await host.Versions.ListVersionsAsync(list, cancellationToken: Cancel)).Versions);
            Assert.Equal(
                ("catalogs/builtin/versions/2026.11", CatalogVersion.Types.State.Active, 1L),
                (version.Name, version.State, version.Revision)
            );
            var roles = await host.Catalog.ListRolesAsync(
                new ListRolesRequest { Catalog = "catalogs/builtin" },
                cancellationToken: Cancel
            );
            Assert.Equal(Roles.Count, roles.TotalSize);
        }
    }

    [Fact]
    public async Task An_operators_version_stands_after_a_restart()
    {
        using var folder = new TempFolder();
        var caller = CatalogTestHost.As("operator");
        await using (var host = await CatalogTestHost.StartAsync(folder.Path))
        {
            await host.ActivateAsync(
                caller,
                (await host.ImportAsync(caller, "builtin", "ours", Sample.Catalog("builtin", "cook"))).Name,
                acceptFewerRoles: true
            );
        }

        await using (var host = await CatalogTestHost.StartAsync(folder.Path))
        {
            var active = await host.Versions.GetActiveVersionAsync(
                new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
                caller,
                cancellationToken: Cancel
            );
            Assert.Equal("catalogs/builtin/versions/ours", active.Version.Name);
        }
    }

    private static string LadderOf(Role role) => role.Ladder?.Id ?? role.Name;

    /// <summary>Likeness of what two roles ask for, by importance: common weight over all weight.</summary>
    private static double Jaccard(Role one, Role other)
    {
        var (a, b) = (Weights(one), Weights(other));
        var names = a.Keys.Union(b.Keys).ToList();
        return names.Sum(name => Math.Min(a.GetValueOrDefault(name), b.GetValueOrDefault(name)))
            / names.Sum(name => Math.Max(a.GetValueOrDefault(name), b.GetValueOrDefault(name)));
    }

    private static Dictionary<string, double> Weights(Role role) =>
        role.Skills.ToDictionary(skill => skill.Skill, skill => skill.Importance);
}
