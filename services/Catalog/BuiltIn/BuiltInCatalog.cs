using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CareerRecs.Catalog.Entries;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using Google.Protobuf;

namespace CareerRecs.Catalog.BuiltIn;

/// <summary>
/// The catalog that ships inside the assembly, written by hand as protobuf JSON with short names
/// (<c>"skill": "python"</c>) that are expanded here to resource names.
/// </summary>
public static class BuiltInCatalog
{
    /// <summary>Its identifier.</summary>
    public const string CatalogId = "builtin";

    private const string Edition = "2026.11";
    private const string Prefix = "SeedData/";
    private static readonly Assembly Assembly = typeof(BuiltInCatalog).Assembly;

    /// <summary>
    /// SHA-256 over names and bytes of the embedded files. Cheap, and all that a start costs when the database already has
    /// this edition: nothing is parsed.
    /// </summary>
    public static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var name in ResourceNames())
        {
            using var stream = Open(name);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            // The length keeps the end of one file apart from the beginning of the next.
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads, expands and checks the embedded files.</summary>
    public static ImportedCatalog Read()
    {
        var entries = ResourceNames().SelectMany(ReadFile).ToList();
        foreach (var entry in entries)
        {
            ShortNames.Expand(entry, CatalogId);
            entry.Role?.Source = $"Built-in catalog {Edition}";
        }

        return new ImportedCatalog(
            entries,
            CatalogValidator.Validate(entries),
            Edition,
            $"Built-in catalog {Edition}",
            "Built-in catalog",
            ["Occupation codes: US Standard Occupational Classification 2018, U.S. Bureau of Labor Statistics."]
        );
    }

    private static IEnumerable<string> ResourceNames() =>
        Assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static Stream Open(string name) => Assembly.GetManifestResourceStream(name)!;

    private static IEnumerable<CatalogEntry> ReadFile(string name)
    {
        using var reader = new StreamReader(Open(name));
        var json = reader.ReadToEnd();
        try
        {
            return name[Prefix.Length..] switch
            {
                var path when path.StartsWith("skills/", StringComparison.Ordinal) => ReadSkills(json),
                var path when path.StartsWith("roles/", StringComparison.Ordinal) =>
                [
                    new CatalogEntry { Role = JsonParser.Default.Parse<Role>(json) },
                ],
                _ => [new CatalogEntry { Field = JsonParser.Default.Parse<Field>(json) }],
            };
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>A file of skills is an array; as the one field of a message the parser of the contract reads it whole.</summary>
    private static IEnumerable<CatalogEntry> ReadSkills(string json) =>
        JsonParser
            .Default.Parse<ListSkillsResponse>($$"""{"skills":{{json}}}""")
            .Skills.Select(skill => new CatalogEntry { Skill = skill });
}
