using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Storage;

/// <summary>A catalog of one owner and which of its versions is active.</summary>
public sealed class CatalogRow
{
    /// <summary>Tenant, or shared by all.</summary>
    public required string Owner { get; init; }

    /// <summary>Last segment of the catalog's name.</summary>
    public required string CatalogId { get; init; }

    /// <summary>Identifier of the active version. Null: none was ever activated.</summary>
    public string? ActiveVersionId { get; set; }

    /// <summary>Rises by one with every activation; two activations at once cannot both write it.</summary>
    public long Revision { get; set; }
}

/// <summary>A version: the message itself, beside it the columns that are searched by.</summary>
public sealed class VersionRow
{
    /// <summary>Rises with every draft, so it orders versions by age.</summary>
    public long Id { get; init; }

    /// <summary>Tenant, or shared by all.</summary>
    public required string Owner { get; init; }

    /// <summary>Last segment of the catalog's name.</summary>
    public required string CatalogId { get; init; }

    /// <summary>Last segment of the version's name.</summary>
    public required string VersionId { get; init; }

    /// <summary>As in the message.</summary>
    public CatalogVersion.Types.State State { get; private set; }

    /// <summary>Revision of the catalog at the last activation of this version; 0 while it is a draft.</summary>
    public long Revision { get; private set; }

    /// <summary>Changes with every change of state; two writers cannot both change the same state.</summary>
    public string Etag { get; private set; } = "";

    /// <summary>Digest of the file or data that the version was made from; empty for copies.</summary>
    public string SourceDigest { get; init; } = "";

    /// <summary>Id of the request that made it, so that a repeat finds it; empty where none came.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>Whether the bytes are still kept.</summary>
    public bool IsKept { get; set; } = true;

    /// <summary>The <see cref="CatalogVersion"/> as stored.</summary>
    public byte[] Message { get; private set; } = [];

    /// <summary>The bytes of the version.</summary>
    public List<VersionChunk> Chunks { get; } = [];

    /// <summary>The message, a new one with each call.</summary>
    public CatalogVersion Read() => CatalogVersion.Parser.ParseFrom(Message);

    /// <summary>Stores the message with a new etag and brings the columns in line with it.</summary>
    public CatalogVersion Write(CatalogVersion version)
    {
        version.Etag = $"{version.Digest.AsSpan(0, 12)}-{(int)version.State}-{version.Revision}";
        (State, Revision, Etag, Message) = (
            version.State,
            version.Revision,
            version.Etag,
            Google.Protobuf.MessageExtensions.ToByteArray(version)
        );
        return version;
    }
}

/// <summary>Up to 1 MiB of the bytes of a version.</summary>
public sealed class VersionChunk
{
    /// <summary>Size of all chunks but the last.</summary>
    public const int Size = 1 << 20;

    /// <summary>The version.</summary>
    public long VersionRowId { get; init; }

    /// <summary>Place among the version's chunks, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The bytes.</summary>
    public byte[] Data { get; init; } = [];
}

/// <summary>One entry of a catalog's audit, kept for as long as the catalog.</summary>
public sealed class VersionAuditRow
{
    /// <summary>Rises with every entry.</summary>
    public long Id { get; init; }

    /// <summary>Tenant, or shared by all.</summary>
    public required string Owner { get; init; }

    /// <summary>Last segment of the catalog's name.</summary>
    public required string CatalogId { get; init; }

    /// <summary>The <see cref="AuditEntry"/> as stored.</summary>
    public required byte[] Message { get; init; }
}
