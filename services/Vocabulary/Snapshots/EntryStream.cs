using System.Security.Cryptography;
using CareerRecs.Catalog.V1;
using Google.Protobuf;

namespace CareerRecs.Vocabulary;

/// <summary>
/// The bytes of a catalog version: entries behind their lengths, skills, then fields, then roles, each ordered by name. The
/// digest is taken of these bytes once and for all; nothing is ever serialized again to compare.
/// </summary>
public static class EntryStream
{
    /// <summary>The bytes of the entries, ordered.</summary>
    public static byte[] Write(IEnumerable<CatalogEntry> entries)
    {
        using var stream = new MemoryStream();
        foreach (var entry in entries.OrderBy(e => e.EntryCase).ThenBy(NameOf, StringComparer.Ordinal)) entry.WriteDelimitedTo(stream);
        return stream.ToArray();
    }

    /// <summary>The entries of the bytes. Throws <see cref="InvalidProtocolBufferException"/> where they are not such.</summary>
    public static IEnumerable<CatalogEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        while (stream.Position < stream.Length) yield return CatalogEntry.Parser.ParseDelimitedFrom(stream);
    }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Resource name of what the entry holds.</summary>
    public static string NameOf(CatalogEntry entry) => entry.EntryCase switch
    {
        CatalogEntry.EntryOneofCase.Skill => entry.Skill.Name,
        CatalogEntry.EntryOneofCase.Field => entry.Field.Name,
        CatalogEntry.EntryOneofCase.Role => entry.Role.Name,
        _ => "",
    };
}
