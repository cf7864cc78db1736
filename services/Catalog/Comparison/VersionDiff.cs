using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.Catalog.Comparison;

/// <summary>
/// What changed from one version to another. Pure: two versions in, the answer out, at most so many items a list.
/// </summary>
public sealed class VersionDiff
{
    private readonly CatalogSnapshot _before;
    private readonly CatalogSnapshot _after;
    private readonly int _maxItems;

    private VersionDiff(CatalogSnapshot before, CatalogSnapshot after, int maxItems) =>
        (_before, _after, _maxItems) = (before, after, maxItems);

    private delegate bool Find<T>(string name, out T entry);

    /// <summary>The difference. Entries are paired by name; both sides bear names of one catalog.</summary>
    public static DiffVersionsResponse Of(CatalogSnapshot before, CatalogSnapshot after, int maxItems) =>
        new VersionDiff(before, after, maxItems).Make();

    private DiffVersionsResponse Make()
    {
        var diff = new DiffVersionsResponse
        {
            Version = _after.Version.Name,
            BaseVersion = _before.Version.Name,
            Counts = { VersionCounts.Compare(_before, _after) },
            SourceCounts = { VersionCounts.CompareSources(_before.Version, _after.Version) },
            Roles = Changes(_before.Roles, _after.Roles, role => (role.Name, role.Title), _before.TryGetRole, _after.TryGetRole),
            Skills = Changes(
                _before.Skills,
                _after.Skills,
                skill => (skill.Name, skill.Title),
                _before.TryGetSkill,
                _after.TryGetSkill
            ),
        };
        diff.WeightCount = AddLargest(diff.Weights, WeightDiff.Changed(_before, _after));
        diff.RoleSkillCount = AddLargest(diff.RoleSkills, WeightDiff.OneSided(_before, _after));
        var successions = _after.RetiredRoles.Where(role => _before.TryGetRole(role.Name, out var was) && !was.Retired).ToList();
        diff.SuccessionCount = successions.Count;
        diff.Successions.Add(successions.Take(_maxItems).Select(Succession));
        return diff;
    }

    private int AddLargest(RepeatedField<WeightChange> list, List<WeightChange> changes)
    {
        list.Add(
            changes
                .OrderByDescending(WeightDiff.Size)
                .ThenBy(change => change.Role, StringComparer.Ordinal)
                .ThenBy(change => change.Skill, StringComparer.Ordinal)
                .Take(_maxItems)
        );
        return changes.Count;
    }

    private Succession Succession(Role retired) =>
        new()
        {
            Role = Named(retired.Name, retired.Title),
            Successor = _after.TryGetRole(retired.Successor, out var successor) ? Named(successor.Name, successor.Title) : null,
        };

    private EntryChanges Changes<T>(
        IReadOnlyList<T> earlier,
        IReadOnlyList<T> later,
        Func<T, (string Name, string Title)> name,
        Find<T> findBefore,
        Find<T> findAfter
    )
        where T : IEquatable<T>
    {
        var changes = new EntryChanges();
        foreach (var entry in later)
        {
            var (id, title) = name(entry);
            if (!findBefore(id, out var was))
            {
                if (changes.AddedCount++ < _maxItems)
                {
                    changes.Added.Add(Named(id, title));
                }
                continue;
            }

            if (!was.Equals(entry))
            {
                changes.ChangedCount++;
            }
            if (name(was).Title is { } old && old != title && changes.RetitledCount++ < _maxItems)
            {
                changes.Retitled.Add(
                    new Retitling
                    {
                        Name = id,
                        Before = old,
                        After = title,
                    }
                );
            }
        }

        // A role that was retired is still there by name; it is told among the successions.
        foreach (var (id, title) in earlier.Select(name).Where(entry => !findAfter(entry.Name, out _)))
        {
            if (changes.RemovedCount++ < _maxItems)
            {
                changes.Removed.Add(Named(id, title));
            }
        }

        return changes;
    }

    private static NamedEntry Named(string name, string title) => new() { Name = name, Title = title };
}
