using System.Text.RegularExpressions;
using CareerRecs.Catalog.Import.Archives;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>Which release of ESCO an archive holds, and the words that its publisher asks for.</summary>
internal static partial class EscoRelease
{
    /// <summary>Name of the table that a file holds; the language at the end of its name is left away ("skills_en").</summary>
    public static string TableOf(string file) => Language().Replace(file, "");

    /// <summary>
    /// The release as the file's name says ("ESCO dataset - v1.1.1 - classification - en - csv.zip"), else as a folder in the
    /// archive does. Null: neither says.
    /// </summary>
    public static string? Find(ImportArchive archive, string fileName) =>
        archive
            .Paths.Prepend(fileName)
            .Select(name => Release().Match(name))
            .FirstOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;

    /// <summary>
    /// The credit that the European Commission asks for, and the note that a changed version is to be marked as such.
    /// </summary>
    public static IReadOnlyList<string> Attributions(string name) =>
        [
            "This service uses the ESCO classification of the European Commission.",
            $"CareerRecs has adapted {name}: texts were shortened, weights added and parts "
                + $"left out. The European Commission has not approved or endorsed the adaptation.",
        ];

    [GeneratedRegex("_[a-z]{2}(-[a-z]{2,4})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Language();

    [GeneratedRegex(
        @"(?<![\d.])v?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Release();
}
