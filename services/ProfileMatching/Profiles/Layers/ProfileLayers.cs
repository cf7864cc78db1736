using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ProfileMatching.Profiles.Layers;

/// <summary>
/// Facts about one person, one layer a source. A source changes only its own layer; <see cref="LayerMerge"/> makes the
/// profile of them all.
/// </summary>
internal sealed class ProfileLayers
{
    private const int MostRemoved = 1_000;

    private readonly SortedDictionary<FactSource, ProfileLayer> _layers = [];
    private readonly Timestamp _now;

    private ProfileLayers(IEnumerable<ProfileLayer> layers, DateTimeOffset now)
    {
        _now = Timestamp.FromDateTimeOffset(now);
        foreach (var layer in layers)
        {
            _layers.Add(layer.Source, layer.Clone());
        }
    }

    /// <summary>The layers, the first source first.</summary>
    public IEnumerable<ProfileLayer> All => _layers.Values;

    /// <summary>Layers of a stored record, for a change at the given time.</summary>
    public static ProfileLayers FromRecord(ProfileRecord record, DateTimeOffset now)
    {
        if (record.Layers.Count > 0 || record.Profile is null)
        {
            return new ProfileLayers(record.Layers, now);
        }

        // Stored before there were layers: all of it came one way.
        var source =
            record.Profile.Terms.Count > 0 ? FactSource.Document
            : record.Profile.ExternalId.Length > 0 ? FactSource.Hr
            : FactSource.Person;
        return new ProfileLayers([new ProfileLayer { Source = source, Facts = CopyFacts(record.Profile) }], now);
    }

    /// <summary>Puts the facts of a feed or a document in place of what it stated before.</summary>
    public void Replace(FactSource source, Profile stated, IReadOnlyCollection<FieldDescriptor>? fields = null)
    {
        var facts = _layers.TryGetValue(source, out var layer) ? layer.Facts.Clone() : new Profile();
        ProfileFields.Copy(fields is null ? Facts.Values.Concat(Facts.Lists) : fields.Except(Facts.Own), stated, facts);
        Set(source, facts, layer?.Removed ?? []);
    }

    /// <summary>
    /// Applies fields as the person states them after reading the profile. Facts equal to another source's stay with that source;
    /// facts that the person left out are marked as removed.
    /// </summary>
    public void StateByPerson(Profile stated, IReadOnlyCollection<FieldDescriptor> fields)
    {
        var before = _layers.GetValueOrDefault(FactSource.Person);
        var mine = before?.Facts.Clone() ?? new Profile();
        var removed = new HashSet<string>(before?.Removed ?? [], StringComparer.Ordinal);
        var others = LayerMerge.FromLayers(All.Where(l => l.Source != FactSource.Person)).Profile;
        foreach (var field in Facts.Values.Intersect(fields))
        {
            StateValue(field, stated, others, mine, removed);
        }

        foreach (var list in Facts.Lists.Intersect(fields))
        {
            StateItems(list, stated, others, mine, removed);
        }

        Set(FactSource.Person, mine, removed.Take(MostRemoved));
    }

    private static void StateValue(FieldDescriptor field, Profile stated, Profile others, Profile mine, HashSet<string> removed)
    {
        field.Accessor.Clear(mine);
        removed.Remove(field.Name);
        if (!Facts.IsStated(field, stated))
        {
            if (Facts.IsStated(field, others))
            {
                removed.Add(field.Name);
            }
        }
        else if (!Facts.IsStated(field, others) || !Equals(field.Accessor.GetValue(stated), field.Accessor.GetValue(others)))
        {
            field.Accessor.SetValue(mine, field.Accessor.GetValue(stated));
        }
    }

    private static void StateItems(FieldDescriptor list, Profile stated, Profile others, Profile mine, HashSet<string> removed)
    {
        var theirs = Facts.GetItems(list, others).Cast<object>().ToLookup(i => Facts.DeriveKey(list, i), StringComparer.Ordinal);
        removed.UnionWith(theirs.Select(t => t.Key));
        var kept = Facts.GetItems(list, mine);
        kept.Clear();
        foreach (var item in Facts.GetItems(list, stated))
        {
            var key = Facts.DeriveKey(list, item);
            removed.Remove(key);
            if (!theirs[key].Contains(item))
            {
                kept.Add(item);
            }
        }
    }

    private static Profile CopyFacts(Profile profile)
    {
        var facts = new Profile();
        ProfileFields.Copy(Facts.Values.Concat(Facts.Lists), profile, facts);
        return facts;
    }

    /// <summary>Stores a layer; an unchanged one keeps its time.</summary>
    private void Set(FactSource source, Profile facts, IEnumerable<string> removed)
    {
        var changed = new ProfileLayer { Source = source, Facts = facts };
        changed.Removed.AddRange(removed.Order(StringComparer.Ordinal));
        if (_layers.TryGetValue(source, out var before))
        {
            changed.UpdateTime = before.UpdateTime;
            if (changed.Equals(before))
            {
                return;
            }
        }

        changed.UpdateTime = _now;
        _layers[source] = changed;
    }
}
