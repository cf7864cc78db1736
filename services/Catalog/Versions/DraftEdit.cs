using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Rpc;

namespace CareerRecs.Catalog.Versions;

/// <summary>What is to change in a draft. Pure: entries in, entries out.</summary>
internal sealed record DraftEdit(IReadOnlyList<CatalogEntry> Put, IReadOnlyList<string> Remove)
{
    /// <summary>The edit that a request asks for. INVALID_ARGUMENT where an entry has no name of this catalog, or is named twice.</summary>
    public static DraftEdit Of(VersionKey key, EditVersionRequest request)
    {
        var violations = new List<BadRequest.Types.FieldViolation>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < request.Put.Count; i++)
            Check($"put[{i}]", EntryStream.NameOf(request.Put[i]), KindOf(request.Put[i]));
        for (var i = 0; i < request.Remove.Count; i++)
            Check($"remove[{i}]", request.Remove[i], "");
        if (named.Count == 0 && violations.Count == 0)
            violations.Add(new() { Field = "put", Description = "must not be empty when `remove` is: there is nothing to change" });
        return violations.Count == 0 ? new DraftEdit(request.Put, request.Remove) : throw Errors.InvalidArgument(violations);

        void Check(string field, string name, string kind)
        {
            var expected = $"{key.Catalog}/{kind}";
            if (!name.StartsWith(expected, StringComparison.Ordinal))
                violations.Add(new() { Field = field, Description = $"must be named {expected}{(kind.Length > 0 ? "ID" : "...")}; '{name}' came" });
            else if (!named.Add(name))
                violations.Add(new() { Field = field, Description = $"names {name} a second time; name each entry once" });
        }
    }

    /// <summary>Changes the entries, by name. NOT_FOUND where one is to be removed that is not there.</summary>
    public EditVersionResponse Apply(Dictionary<string, CatalogEntry> entries, string version)
    {
        var done = new EditVersionResponse();
        foreach (var name in Remove)
        {
            if (!entries.Remove(name))
                throw VersionApi.NoEntry(name, version);
            done.RemovedCount++;
        }

        foreach (var entry in Put)
        {
            var name = EntryStream.NameOf(entry);
            if (entries.TryAdd(name, entry))
            {
                done.AddedCount++;
            }
            else
            {
                entries[name] = entry;
                done.ReplacedCount++;
            }
        }

        return done;
    }

    private static string KindOf(CatalogEntry entry) => entry.EntryCase switch
    {
        CatalogEntry.EntryOneofCase.Skill => "skills/",
        CatalogEntry.EntryOneofCase.Field => "fields/",
        _ => "roles/",
    };
}
