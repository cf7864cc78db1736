using CareerRecs.Catalog.Entries;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Versions;

/// <summary>Entries of a stored version, under the names of the catalog that asks for them.</summary>
internal static class VersionEntries
{
    /// <summary>A version of any state under the names of a catalog.</summary>
    public static async Task<CatalogSnapshot> ReadSnapshotAsync(
        CatalogDb db,
        VersionRow row,
        string catalogId,
        CancellationToken cancellationToken
    ) => CatalogSnapshot.From(row.Read(), await ReadEntriesAsync(db, row, catalogId, cancellationToken));

    /// <summary>The entries of a version of any state, ours to change, under the names of a catalog.</summary>
    public static async Task<List<CatalogEntry>> ReadEntriesAsync(
        CatalogDb db,
        VersionRow row,
        string catalogId,
        CancellationToken cancellationToken
    )
    {
        var entries = EntryStream.Read(await VersionBytes.ReadAsync(db, row, cancellationToken)).ToList();
        if (row.CatalogId != catalogId)
        {
            Rename(entries, row.CatalogId, catalogId);
        }
        return entries;
    }

    /// <summary>A copy into another catalog answers under that catalog's names, down to the last reference.</summary>
    public static void Rename(List<CatalogEntry> entries, string from, string to)
    {
        var (old, @new) = ($"{ResourceName.Catalog(from)}/", $"{ResourceName.Catalog(to)}/");
        foreach (var entry in entries)
        {
            EntryReferences.Rewrite(
                entry,
                reference =>
                    reference.Value.StartsWith(old, StringComparison.Ordinal)
                        ? string.Concat(@new, reference.Value.AsSpan(old.Length))
                        : reference.Value
            );
        }
    }

    /// <summary>Error for an entry that a version does not have.</summary>
    public static RpcException NoEntry(string name, string version) =>
        Errors.NotFound(name, $"It is not in {version}. StreamVersion and DiffVersions tell what is.");
}
