namespace CareerRecs.ProfileMatching.Storage;

/// <summary>The version of a catalog that was active when last heard. Lets a host start while Catalog is away.</summary>
public sealed class ActiveVersionRow
{
    /// <summary>A tenant, or <c>shared</c>.</summary>
    public required string Owner { get; init; }

    /// <summary><c>catalogs/{catalog}</c>.</summary>
    public required string Catalog { get; init; }

    /// <summary>Resource name of the version.</summary>
    public required string Version { get; set; }

    /// <summary>Digest of its bytes.</summary>
    public required string Digest { get; set; }

    /// <summary>Orders activations.</summary>
    public required long Revision { get; set; }
}

/// <summary>A catalog version whose bytes are kept here.</summary>
public sealed class SnapshotRow
{
    /// <summary>A tenant, or <c>shared</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Resource name of the version.</summary>
    public required string Version { get; init; }

    /// <summary><c>catalogs/{catalog}</c>, to find the versions of one catalog by.</summary>
    public required string Catalog { get; init; }

    /// <summary>Digest of the bytes; names the chunks.</summary>
    public string Digest { get; set; } = "";

    /// <summary>A serialized <c>careerrecs.matching.storage.v1.SnapshotHead</c>.</summary>
    public byte[] Head { get; set; } = [];

    /// <summary>When it was kept; the oldest go first.</summary>
    public long SaveTime { get; set; }
}

/// <summary>A part of a version's bytes. Owners with the same bytes share them.</summary>
public sealed class SnapshotChunk
{
    /// <summary>Digest of all the bytes.</summary>
    public required string Digest { get; init; }

    /// <summary>Which part, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The part.</summary>
    public required byte[] Bytes { get; init; }
}
