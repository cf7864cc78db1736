using System.Text.RegularExpressions;
using CareerRecs.Catalog.Import.Archives;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>Which release of O*NET an archive holds, and the words its licence asks for.</summary>
internal static partial class OnetRelease
{
    /// <summary>
    /// The release as the archive's Read Me says, else as the file's name does ("db_29_3_text.zip"). Null: neither says.
    /// </summary>
    public static string? Find(ImportArchive archive, string fileName)
    {
        if (archive.Has("Read Me"))
        {
            using var lines = new LineReader(archive.Open("Read Me"), "Read Me.txt");
            while (lines.TryRead(out var line) && lines.Number <= 20)
            {
                if (ReadMe().Match(line.ToString()) is { Success: true } said)
                {
                    return said.Groups[1].Value;
                }
            }
        }

        return FileName().Match(fileName) is { Success: true } named ? $"{named.Groups[1].Value}.{named.Groups[2].Value}" : null;
    }

    /// <summary>
    /// The credit that O*NET asks for, and the note that CC BY asks for where the material was changed: levels are
    /// merged, ratings rescaled and short forms added here.
    /// </summary>
    public static IReadOnlyList<string> Attributions(string? release) =>
        [
            $"This product includes information from the O*NET {(release is null ? "" : release + " ")}Database by the "
                + "U.S. Department of Labor, Employment and Training "
                + "Administration (USDOL/ETA). Used under the CC BY 4.0 license. "
                + "O*NET is a trademark of USDOL/ETA.",
            "CareerRecs has modified some of this information. USDOL/ETA "
                + "has not approved, endorsed, or tested these modifications.",
        ];

    [GeneratedRegex(@"O\*NET\S* (\d{1,3}\.\d{1,2}) Database", RegexOptions.CultureInvariant)]
    private static partial Regex ReadMe();

    [GeneratedRegex(@"db_(\d{1,3})_(\d{1,2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
