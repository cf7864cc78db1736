using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.Catalog.Comparison;

/// <summary>What changed from one version to another. Pure: two versions in, the answer out, at most so many items a list.</summary>
internal sealed class VersionDiff(CatalogSnapshot before, CatalogSnapshot after, int maxItems)
{
    /// <summary>The difference. Entries are paired by name; both sides bear names of one catalog.</summary>
    public static DiffVersionsResponse Of(CatalogSnapshot before, CatalogSnapshot after, int maxItems) =>
        new VersionDiff(before, after, maxItems).Make();

    private DiffVersionsResponse Make()
    {
        var diff = new DiffVersionsResponse
        {
            Version = after.Version.Name,
            BaseVersion = before.Version.Name,
            Counts = { VersionCounts.Compare(before, after) },
            SourceCounts = { VersionCounts.CompareSources(before.Version, after.Version) },
            Roles = Changes(before.Roles, after.Roles, role => (role.Name, role.Title), before.TryGetRole, after.TryGetRole),
            Skills = Changes(before.Skills, after.Skills, skill => (skill.Name, skill.Title), before.TryGetSkill, after.TryGetSkill),
        };
        diff.WeightCount = AddLargest(diff.Weights, WeightDiff.Changed(before, after));
        diff.RoleSkillCount = AddLargest(diff.RoleSkills, WeightDiff.OneSided(before, after));
        var successions = after.RetiredRoles.Where(role => before.TryGetRole(role.Name, out var was) && !was.Retired).ToList();
        diff.SuccessionCount = successions.Count;
        diff.Successions.Add(successions.Take(maxItems).Select(Succession));
        return diff;
    }

    private int AddLargest(RepeatedField<WeightChange> list, List<WeightChange> changes)
    {
        list.Add(changes
            .OrderByDescending(WeightDiff.Size)
            .ThenBy(change => change.Role, StringComparer.Ordinal)
            .ThenBy(change => change.Skill, StringComparer.Ordinal)
            .Take(maxItems));
        return changes.Count;
    }

    private Succession Succession(Role retired) => new()
    {
        Role = Named(retired.Name, retired.Title),
        Successor = after.TryGetRole(retired.Successor, out var successor) ? Named(successor.Name, successor.Title) : null,
    };

    private delegate bool Find<T>(string name, out T entry);

    private EntryChanges Changes<T>(
        IReadOnlyList<T> earlier, IReadOnlyList<T> later, Func<T, (string Name, string Title)> name, Find<T> findBefore, Find<T> findAfter)
        where T : IEquatable<T>
    {
        var changes = new EntryChanges();
        foreach (var entry in later)
        {
            var (id, title) = name(entry);
            if (!findBefore(id, out var was))
            {
                if (changes.AddedCount++ < maxItems)
                    changes.Added.Add(Named(id, title));
                continue;
            }

            if (!was.Equals(entry))
                changes.ChangedCount++;
            if (name(was).Title is { } old && old != title && changes.RetitledCount++ < maxItems)
                changes.Retitled.Add(new Retitling { Name = id, Before = old, After = title });
        }

        // A role that was retired is still there by name; it is told among the successions.
        foreach (var (id, title) in earlier.Select(name).Where(entry => !findAfter(entry.Name, out _)))
        {
            if (changes.RemovedCount++ < maxItems)
                changes.Removed.Add(Named(id, title));
        }

        return changes;
    }

    private static NamedEntry Named(string name, string title) => new() { Name = name, Title = title };
}
