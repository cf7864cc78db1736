using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Errors;
using Microsoft.Extensions.Caching.Memory;

namespace CareerRecs.ProfileMatching.Learning;

/// <summary>What a tenant lists to learn from, by skill of one catalog version.</summary>
internal sealed class LearningShelf
{
    private const int MostShown = 3;

    private readonly Dictionary<SkillId, LearningResource[]> _bySkill = [];

    private LearningShelf() { }

    /// <summary>Nothing is listed.</summary>
    public static LearningShelf Empty { get; } = new();

    /// <summary>The resources of a skill, the shortest first; those that do not state their hours last.</summary>
    public IReadOnlyList<LearningResource> Of(SkillId skill) => _bySkill.GetValueOrDefault(skill, []);

    /// <summary>Hours of the shortest resource of a skill; null where none states any.</summary>
    public double? Hours(SkillId skill) => Of(skill) is [{ Hours: > 0 } shortest, ..] ? shortest.Hours : null;

    /// <summary>Adds to missing skills where they can be learned.</summary>
    public void AddTo(IEnumerable<MissingSkill> missing, CatalogHandle catalog)
    {
        if (_bySkill.Count == 0)
        {
            return;
        }
        foreach (var skill in missing)
        {
            skill.Resources.Add(Of(catalog.Index.SkillIds[skill.Skill]));
        }
    }

    /// <summary>Finds the skills that the rows of a list mean. Rows that mean none of this catalog are left aside.</summary>
    public static LearningShelf Of(IEnumerable<ListedResource> rows, CatalogHandle catalog)
    {
        var shelf = new LearningShelf();
        foreach (var named in rows.GroupBy(r => r.Skill, StringComparer.OrdinalIgnoreCase))
        {
            if (catalog.Snapshot.SkillLexicon.Resolve(named.Key).Skill is not { Length: > 0 } skill)
            {
                continue;
            }
            var id = catalog.Index.SkillIds[skill];
            shelf._bySkill[id] =
            [
                .. shelf
                    .Of(id)
                    .Concat(
                        named.Select(r => new LearningResource
                        {
                            Title = r.Title,
                            Uri = r.Uri,
                            Hours = r.Hours,
                            Cost = r.Cost,
                        })
                    )
                    .OrderBy(r => r.Hours > 0 ? r.Hours : double.MaxValue)
                    .ThenBy(r => r.Title, StringComparer.Ordinal)
                    .Take(MostShown),
            ];
        }

        return shelf;
    }
}

/// <summary>Finds the shelf of a tenant for a catalog version; what was compiled is kept by the revision of the list.</summary>
internal sealed partial class LearningShelves(LearningLists lists, ILogger<LearningShelves> log) : IDisposable
{
    private const int MostKept = 256;

    /// <summary>
    /// Longest wait for the database: people who ask about themselves need nothing else of it. The driver takes seconds to give
    /// up a statement that hangs, so the wait ends by itself.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>
    /// The shelf; an empty one while the database does not answer, since an answer without courses is better than none.
    /// </summary>
    public async ValueTask<LearningShelf> FindAsync(string tenant, CatalogHandle catalog, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var revision = await lists.RevisionAsync(tenant, patience.Token).WaitAsync(Patience, cancellationToken);
            if (revision == 0)
            {
                return LearningShelf.Empty;
            }
            var key = (tenant, revision, catalog.Version.Digest);
            if (_kept.TryGetValue(key, out LearningShelf? shelf))
            {
                return shelf!;
            }
            shelf = LearningShelf.Of(
                (await lists.ReadAsync(tenant, patience.Token).WaitAsync(Patience, cancellationToken)).Record.Resources,
                catalog
            );
            return _kept.Set(key, shelf, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (Exception down) when (StoreFailure.IsDown(down) || HasGivenUp(down))
        {
            LogWithout(down.GetType().Name);
            return LearningShelf.Empty;
        }

        bool HasGivenUp(Exception e) => e is OperationCanceledException && !cancellationToken.IsCancellationRequested;
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Answering without learning resources: the database does not answer ({Failure})."
    )]
    private partial void LogWithout(string failure);
}
