using CareerRecs.Catalog.Comparison;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Comparison;

public sealed class VersionDiffTests
{
    [Fact]
    public void A_version_does_not_differ_from_itself()
    {
        var diff = Diff(Sample.Catalog("a", "cook", "baker"), Sample.Catalog("a", "cook", "baker"));
        Assert.Equal(new EntryChanges(), diff.Roles);
        Assert.Equal(new EntryChanges(), diff.Skills);
        Assert.Equal((0, 0, 0), (diff.WeightCount, diff.RoleSkillCount, diff.SuccessionCount));
        Assert.All(diff.Counts, count => Assert.Equal(count.Before, count.After));
    }

    [Fact]
    public void What_came_went_and_was_retitled_is_told_by_name()
    {
        var after = Sample.Catalog("a", "cook", "waiter");
        RoleOf(after, "cook").Title = "Head cook";
        var diff = Diff(Sample.Catalog("a", "cook", "baker"), after);

        Assert.Equal("catalogs/a/roles/waiter", Assert.Single(diff.Roles.Added).Name);
        Assert.Equal("catalogs/a/roles/baker", Assert.Single(diff.Roles.Removed).Name);
        Assert.Equal(
            new Retitling
            {
                Name = "catalogs/a/roles/cook",
                Before = "cook",
                After = "Head cook",
            },
            Assert.Single(diff.Roles.Retitled)
        );
        Assert.Equal(
            (1, 1, 1, 1),
            (diff.Roles.AddedCount, diff.Roles.RemovedCount, diff.Roles.RetitledCount, diff.Roles.ChangedCount)
        );
    }

    [Fact]
    public void The_largest_change_of_a_weight_comes_first()
    {
        var before = Sample.Catalog("a", "cook", "baker");
        var after = Sample.Catalog("a", "cook", "baker");
        RoleOf(after, "cook").Skills[0].Importance = 0.6;
        RoleOf(after, "baker").Skills[0].Importance = 0.9;
        RoleOf(after, "baker").Skills[0].Necessity = Necessity.Optional;
        var diff = Diff(before, after, maxItems: 1);

        var largest = Assert.Single(diff.Weights);
        Assert.Equal(2, diff.WeightCount);
        Assert.Equal(
            ("catalogs/a/roles/baker", "python", 0.5, 0.9),
            (largest.Role, largest.SkillTitle, largest.ImportanceBefore, largest.ImportanceAfter)
        );
        Assert.Equal((true, false), (largest.EssentialBefore, largest.EssentialAfter));
    }

    [Fact]
    public void A_skill_that_a_role_asks_for_on_one_side_alone_is_told()
    {
        var after = Sample.Catalog("a", "cook");
        after.Add(new CatalogEntry { Skill = Sample.Skill("a", "sql") });
        RoleOf(after, "cook").Skills[0].Skill = "catalogs/a/skills/sql";
        var diff = Diff(Sample.Catalog("a", "cook"), after);
        Assert.Equal(2, diff.RoleSkillCount);
        Assert.Equal(
            [("python", 0.5, 0d), ("sql", 0d, 0.5)],
            diff.RoleSkills.Select(change => (change.SkillTitle, change.ImportanceBefore, change.ImportanceAfter))
        );
    }

    [Fact]
    public void A_retired_role_is_told_with_its_successor_and_not_as_removed()
    {
        var after = Sample.Catalog("a", "cook", "baker");
        RoleOf(after, "baker").Retired = true;
        RoleOf(after, "baker").Successor = "catalogs/a/roles/cook";
        var diff = Diff(Sample.Catalog("a", "cook", "baker"), after);

        var succession = Assert.Single(diff.Successions);
        Assert.Equal(("baker", "cook"), (succession.Role.Title, succession.Successor.Title));
        Assert.Equal(0, diff.Roles.RemovedCount);
        Assert.Contains(diff.Counts, count => count is { Title: "retired roles", Before: 0, After: 1 });
    }

    [Fact]
    public void Counts_of_the_sources_are_compared_where_both_tell_them()
    {
        var before = new CatalogVersion { Counters = { Counter("rows of Titles.txt", 5), Counter("rows of Skills.txt", 7) } };
        var after = new CatalogVersion { Counters = { Counter("rows of Titles.txt", 8) } };
        Assert.Equal(
            [
                new CountChange
                {
                    Title = "rows of Titles.txt",
                    Before = 5,
                    After = 8,
                },
            ],
            VersionCounts.CompareSources(before, after)
        );
    }

    private static Counter Counter(string title, long value) => new() { Title = title, Value = value };

    private static Role RoleOf(List<CatalogEntry> entries, string id) =>
        entries.Select(entry => entry.Role).OfType<Role>().Single(role => role.Name == $"catalogs/a/roles/{id}");

    private static DiffVersionsResponse Diff(List<CatalogEntry> before, List<CatalogEntry> after, int maxItems = 10) =>
        VersionDiff.Of(Snapshot("1", before), Snapshot("2", after), maxItems);

    private static CatalogSnapshot Snapshot(string version, List<CatalogEntry> entries) =>
        CatalogSnapshot.Read(new CatalogVersion { Name = $"catalogs/a/versions/{version}" }, EntryStream.Write(entries));
}
