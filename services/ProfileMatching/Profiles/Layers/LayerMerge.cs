using CareerRecs.Matching.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.ProfileMatching.Profiles.Layers;

/// <summary>
/// One profile of what several sources state. A single value is the first source's that states it; a list has the items of all,
/// those of the same key from the first source alone.
/// </summary>
internal sealed class LayerMerge
{
    private readonly SortedDictionary<FactSource, FactOrigin> _origins = [];
    private readonly List<ProfileLayer> _layers;

    private LayerMerge(IEnumerable<ProfileLayer> layers)
    {
        _layers = [.. layers.OrderBy(l => l.Source)];
        foreach (var field in Facts.Values)
        {
            AddValue(field);
        }

        foreach (var list in Facts.Lists)
        {
            AddItems(list);
        }
    }

    /// <summary>The merged facts.</summary>
    public Profile Profile { get; } = new();

    /// <summary>The sources of the merged facts; document terms apart, which are nobody's to change.</summary>
    public IEnumerable<FactOrigin> Origins => _origins.Values;

    /// <summary>Merges layers.</summary>
    public static LayerMerge FromLayers(IEnumerable<ProfileLayer> layers) => new(layers);

    private void AddValue(FieldDescriptor field)
    {
        foreach (var layer in _layers)
        {
            if (Facts.IsStated(field, layer.Facts))
            {
                field.Accessor.SetValue(Profile, field.Accessor.GetValue(layer.Facts));
                Note(layer, field.Name);
                return;
            }

            if (layer.Removed.Contains(field.Name))
            {
                return;
            }
        }
    }

    private void AddItems(FieldDescriptor list)
    {
        var closed = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<(object Item, ProfileLayer Layer)>();
        foreach (var layer in _layers)
        {
            // A source may state one fact twice, such as two jobs without dates: both are kept.
            var keyed = Facts
                .GetItems(list, layer.Facts)
                .Cast<object>()
                .Select(i => (Item: i, Key: Facts.DeriveKey(list, i)))
                .ToList();
            items.AddRange(keyed.Where(i => !closed.Contains(i.Key)).Select(i => (i.Item, layer)));
            closed.UnionWith(keyed.Select(i => i.Key));
            closed.UnionWith(layer.Removed);
        }

        if (list.FieldNumber == Profile.JobsFieldNumber && items.Select(i => i.Layer).Distinct().Skip(1).Any())
        {
            items = [.. items.OrderByDescending(i => FirstMonth((HeldJob)i.Item))];
        }

        var target = Facts.GetItems(list, Profile);
        foreach (var (item, layer) in items.Take(Facts.GetMaxItems(list)))
        {
            if (list.FieldNumber != Profile.TermsFieldNumber)
            {
                Note(layer, $"{list.Name}[{target.Count}]");
            }

            target.Add(item);
        }
    }

    /// <summary>Newest first, as the contract has them: a job without a start is the newest where it is still held.</summary>
    private static int FirstMonth(HeldJob job)
    {
        const int months = 12;
        if (job.Start is { } start)
        {
            return (start.Year * months) + start.Month;
        }
        return job.Current ? int.MaxValue : 0;
    }

    private void Note(ProfileLayer layer, string fact)
    {
        if (!_origins.TryGetValue(layer.Source, out var origin))
        {
            origin = new FactOrigin { Source = layer.Source, UpdateTime = layer.UpdateTime };
            _origins.Add(layer.Source, origin);
        }

        origin.Facts.Add(fact);
    }
}
