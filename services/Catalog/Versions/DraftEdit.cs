using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Rpc;

namespace CareerRecs.Catalog.Versions;

/// <summary>What is to change in a draft. Pure: entries in, entries out.</summary>
internal sealed record DraftEdit(IReadOnlyList<CatalogEntry> Put, IReadOnlyList<string> Remove)
{
    /// <summary>
    /// The edit that a request asks for. INVALID_ARGUMENT where an entry has no name of this catalog, or is named twice.
    /// </summary>
    public static DraftEdit Of(VersionKey key, EditVersionRequest request)
    {
        var violations = new List<BadRequest.Types.FieldViolation>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < request.Put.Count; i++)
        {
            var (name, kind) = (EntryStream.NameOf(request.Put[i]), KindOf(request.Put[i]));
            Check(
                $"put[{i}]",
                name,
                kind.Length > 0 && NameChecks.IsNameOf(kind, name),
                $"{key.Catalog}/{kind}s/ID with a lower-case id"
            );
        }

        for (var i = 0; i < request.Remove.Count; i++)
        {
            Check($"remove[{i}]", request.Remove[i], true, $"{key.Catalog}/...");
        }
        if (named.Count == 0 && violations.Count == 0)
        {
            violations.Add(
                new() { Field = "put", Description = "must not be empty when `remove` is: there is nothing to change" }
            );
        }
        return violations.Count == 0 ? new DraftEdit(request.Put, request.Remove) : throw Errors.InvalidArgument(violations);

        void Check(string field, string name, bool wellFormed, string expected)
        {
            if (!wellFormed || !name.StartsWith($"{key.Catalog}/", StringComparison.Ordinal))
            {
                violations.Add(new() { Field = field, Description = $"must be named {expected}; got '{name}'" });
            }
            else if (!named.Add(name))
            {
                violations.Add(new() { Field = field, Description = $"names {name} a second time; name each entry once" });
            }
        }
    }

    /// <summary>Changes the entries, by name. NOT_FOUND where one is to be removed that is not there.</summary>
    public EditVersionResponse Apply(Dictionary<string, CatalogEntry> entries, string version)
    {
        var done = new EditVersionResponse();
        foreach (var name in Remove)
        {
            if (!entries.Remove(name))
            {
                throw VersionEntries.NoEntry(name, version);
            }
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

    private static string KindOf(CatalogEntry entry) =>
        entry.EntryCase switch
        {
            CatalogEntry.EntryOneofCase.Skill => "skill",
            CatalogEntry.EntryOneofCase.Field => "field",
            CatalogEntry.EntryOneofCase.Role => "role",
            _ => "",
        };
}
