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
        foreach (var entry in entries.OrderBy(e => e.EntryCase).ThenBy(NameOf, StringComparer.Ordinal))
        {
            entry.WriteDelimitedTo(stream);
        }
        return stream.ToArray();
    }

    /// <summary>
    /// The entries of the bytes. Throws <see cref="InvalidDataException"/> where they are not such. Read in place: a stream would
    /// copy a large version, and bring a buffer of its own for each entry.
    /// </summary>
    public static IEnumerable<CatalogEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; )
        {
            var length = ReadLength(bytes.Span, ref at);
            yield return Parse(bytes.Span.Slice(at, length));
            at += length;
        }
    }

    private static CatalogEntry Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return CatalogEntry.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException("An entry of the version cannot be read.", e);
        }
    }

    /// <summary>A varint, as stands before each entry.</summary>
    private static int ReadLength(ReadOnlySpan<byte> bytes, ref int at)
    {
        long length = 0;
        for (var shift = 0; at < bytes.Length && shift < 35; shift += 7)
        {
            var next = bytes[at++];
            length |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return length <= bytes.Length - at ? (int)length : throw CutOff();
            }
        }

        throw CutOff();
    }

    private static InvalidDataException CutOff() => new("The bytes of the version end within an entry.");

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Resource name of what the entry holds.</summary>
    public static string NameOf(CatalogEntry entry) =>
        entry.EntryCase switch
        {
            CatalogEntry.EntryOneofCase.Skill => entry.Skill.Name,
            CatalogEntry.EntryOneofCase.Field => entry.Field.Name,
            CatalogEntry.EntryOneofCase.Role => entry.Role.Name,
            _ => "",
        };
}
