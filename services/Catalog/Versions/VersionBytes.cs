using System.Runtime.CompilerServices;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Versions;

/// <summary>The bytes of versions in the database, in chunks so that none of them needs a row of its own size.</summary>
internal static class VersionBytes
{
    private const long MostBytes = 512L << 20;

    /// <summary>The bytes of entries. FAILED_PRECONDITION where they are more than a version may have.</summary>
    public static byte[] Write(IReadOnlyCollection<CatalogEntry> entries)
    {
        var size = entries.Sum(entry => (long)entry.CalculateSize());
        return size <= MostBytes
            ? EntryStream.Write(entries)
            : throw Errors.FailedPrecondition(
                "VERSION_TOO_LARGE",
                $"The version would have {size} bytes; at most {MostBytes} are kept. Leave out what is not needed."
            );
    }

    /// <summary>Cuts bytes into chunks.</summary>
    public static IEnumerable<VersionChunk> Split(byte[] bytes) =>
        bytes.Chunk(VersionChunk.Size).Select((data, index) => new VersionChunk { Index = index, Data = data });

    /// <summary>FAILED_PRECONDITION where the bytes of the version were given up.</summary>
    public static void RequireKept(VersionRow row)
    {
        if (!row.IsKept)
        {
            throw NotKept(row);
        }
    }

    /// <summary>
    /// The chunks in order. Each is a query of its own, so that a reader who takes them slowly keeps no connection; one who
    /// is so slow that the version is given up meanwhile gets FAILED_PRECONDITION.
    /// </summary>
    public static async IAsyncEnumerable<byte[]> ChunksAsync(
        CatalogDb db,
        VersionRow row,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var left = row.Read().SizeBytes;
        for (var index = 0; left > 0; index++)
        {
            var at = index;
            var data =
                await db
                    .Chunks.AsNoTracking()
                    .Where(chunk => chunk.VersionRowId == row.Id && chunk.Index == at)
                    .Select(chunk => chunk.Data)
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw NotKept(row);
            left -= data.Length;
            yield return data;
        }
    }

    /// <summary>
    /// The chunks of a draft, read and checked as a whole first: unlike an active version it can change while it is read.
    /// </summary>
    public static async IAsyncEnumerable<byte[]> DraftChunksAsync(
        CatalogDb db,
        VersionRow row,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var chunk in Split(await ReadAsync(db, row, cancellationToken)))
        {
            yield return chunk.Data;
        }
    }

    /// <summary>
    /// All the bytes, checked against size and digest: what is damaged is not served. ABORTED where a draft was edited meanwhile.
    /// </summary>
    public static async Task<byte[]> ReadAsync(CatalogDb db, VersionRow row, CancellationToken cancellationToken)
    {
        RequireKept(row);
        var version = row.Read();
        using var bytes = new MemoryStream((int)version.SizeBytes);
        await foreach (var chunk in ChunksAsync(db, row, cancellationToken))
        {
            bytes.Write(chunk);
        }
        var read = bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
        if (EntryStream.Digest(read) == version.Digest)
        {
            return read;
        }
        if (
            row.State == CatalogVersion.Types.State.Draft
            && !await db.Versions.AnyAsync(now => now.Id == row.Id && now.Etag == row.Etag, cancellationToken)
        )
        {
            throw Errors.Aborted(version.Name);
        }
        throw new InvalidDataException($"The stored bytes of {version.Name} do not have its digest.");
    }

    /// <summary>Puts other bytes in the place of a version's.</summary>
    public static async Task ReplaceAsync(CatalogDb db, VersionRow row, byte[] bytes, CancellationToken cancellationToken)
    {
        var before = await db
            .Chunks.Where(chunk => chunk.VersionRowId == row.Id)
            .Select(chunk => chunk.Index)
            .Order()
            .ToListAsync(cancellationToken);
        var after = Split(bytes)
            .Select(chunk => new VersionChunk
            {
                VersionRowId = row.Id,
                Index = chunk.Index,
                Data = chunk.Data,
            })
            .ToList();
        db.Chunks.UpdateRange(after.Where(chunk => chunk.Index < before.Count));
        db.Chunks.AddRange(after.Skip(before.Count));
        db.Chunks.RemoveRange(
            before.Skip(after.Count).Select(index => new VersionChunk { VersionRowId = row.Id, Index = index })
        );
    }

    private static RpcException NotKept(VersionRow row) =>
        Errors.FailedPrecondition(
            "VERSION_NOT_KEPT",
            $"{ResourceName.Version(row.CatalogId, row.VersionId)} is "
                + $"too old: its content is no longer kept. Use a newer version."
        );
}
