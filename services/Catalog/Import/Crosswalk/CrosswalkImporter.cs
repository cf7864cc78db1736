using System.Collections.Frozen;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Crosswalk;

/// <summary>
/// Adds to the roles of an O*NET version the codes of ESCO, or to those of an ESCO version the codes of O*NET, from the
/// crosswalk that both publishers made. Pure: a file and a version in, entries and a report out.
/// </summary>
public static class CrosswalkImporter
{
    private const int Onet = 0;
    private const int Uri = 1;
    private const int Match = 2;

    private const string IscoUri = "http://data.europa.eu/esco/isco/C";

    // The table stands below some lines about the project that made it; on line 17 in version 1.
    private const int HeaderWithin = 100;

    private const int MaxVersionId = 50;
    private const string VersionSuffix = "-crosswalk";

    private static readonly TableLayout Table = new(
        [
            [],
        ],
        ["O*NET Id|O*NET-SOC Code", "ESCO or ISCO URI|ESCO URI", "Type of Match"],
        Required: true
    );

    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "O*NET Title",
        "O*NET Description",
        "ESCO or ISCO Title",
        "ESCO or ISCO Description",
        "ESCO Title",
        "ESCO Description",
        ""
    );

    private static readonly string[] Attributions =
    [
        "This service uses the ESCO classification of the European Commission, "
            + "and the crosswalk of ESCO and O*NET by the European Commission and the "
            + "U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). O*NET is a trademark of USDOL/ETA.",
        "CareerRecs has adapted the crosswalk of ESCO and O*NET; its publishers have not approved or endorsed the adaptation.",
    ];

    /// <summary>Reads the table. A file that cannot be read as a whole gives <see cref="ImportFileException"/>.</summary>
    /// <param name="file">The file, positioned at its start; it stays open.</param>
    /// <param name="source">Where it is from, and the version it adds to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ImportedCatalog Import(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(source.FileName);
        if (source.Base is not { } version)
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                "A crosswalk adds to a version. Name one, or activate one in the catalog first."
            );
        }
        var roles = new BaseRoles(version.Entries);
        if (!roles.Has(CodeSystem.Onet) && !roles.Has(CodeSystem.Esco))
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                $"No role of {version.Version.Name} has an exact code of O*NET or "
                    + $"ESCO. Import into a version that was made from one of the two."
            );
        }

        var findings = new ImportFindings();
        var edition = "";
        using (var rows = new CsvTable(file, fileName, Table, findings, cancellationToken))
        {
            rows.FindHeader(
                Unread,
                HeaderWithin,
                (name, value) => edition = name == "Mapping project version" && value.Length <= 20 ? value : edition
            );
            var writer = new CodeWriter(findings, Attributions);
            while (rows.Read())
            {
                Read(rows, roles, writer, findings);
            }
        }

        findings.Count("roles", version.Entries.Count(e => e.Role is not null));
        findings.Count(
            "roles with codes of both",
            version.Entries.Count(e =>
                e.Role?.Codes is { } codes
                && codes.Any(c => c.System == CodeSystem.Onet)
                && codes.Any(c => c.System == CodeSystem.Esco)
            )
        );
        var crosswalk = edition.Length > 0 ? $"ESCO-O*NET crosswalk {edition}" : "ESCO-O*NET crosswalk";
        return new ImportedCatalog(
            version.Entries,
            findings.ToReport(),
            string.IsNullOrEmpty(source.VersionId) ? VersionId(ResourceName.IdOf(version.Version.Name)) : source.VersionId,
            $"{version.Version.Source} with {crosswalk} ({fileName})",
            source.DisplayName.Length > 0 ? source.DisplayName : version.Version.DisplayName,
            [.. version.Version.Attributions.Union(Attributions)]
        );
    }

    private static void Read(CsvTable row, BaseRoles roles, CodeWriter writer, ImportFindings findings)
    {
        if (row[Onet].IsEmpty || row[Uri].IsEmpty)
        {
            row.Refuse("EMPTY_CELL", row[Onet].IsEmpty ? Onet : Uri, "The cell is empty.");
            return;
        }

        if (!MatchTypes.TryRead(row[Match], out var match))
        {
            row.Refuse(
                "UNKNOWN_MATCH",
                Match,
                $"'{row.Shown(Match)}' is none of exactMatch, closeMatch, broadMatch, narrowMatch, exactISCO."
            );
            return;
        }

        var (code, uri) = (row.Text(Onet), row.Text(Uri));
        var isco = uri.StartsWith(IscoUri, StringComparison.Ordinal) ? uri[IscoUri.Length..] : "";
        if (isco.Length > 0 && (isco.Length != 4 || !roles.Has(CodeSystem.Onet)))
        {
            // An ISCO group is no role of ESCO, and only a unit group is a code.
            findings.Count("rows about ISCO groups, left out");
            return;
        }

        var known = false;
        var repeated = false;
        foreach (var role in roles.Of(CodeSystem.Onet, code))
        {
            known = true;
            var (system, value) = isco.Length > 0 ? (CodeSystem.Isco, isco) : (CodeSystem.Esco, uri);
            repeated |= !writer.Put(role, system, value, MatchTypes.Inverse(match));
        }

        foreach (var role in roles.Of(CodeSystem.Esco, uri))
        {
            known = true;
            repeated |= !writer.Put(role, CodeSystem.Onet, code, match);
        }

        if (repeated)
        {
            row.Warn("DUPLICATE", Uri, $"{code} and {uri} stand together twice; the first was kept.");
        }
        if (known)
        {
            return;
        }
        var column = roles.Has(CodeSystem.Onet) ? Onet : Uri;
        findings.Count("rows whose role is not in the version, left out");
        row.Warn("DANGLING_ROLE", column, $"No role of the version stands for '{row.Shown(column)}'; its rows were left out.");
    }

    // A crosswalk on top of a crosswalk keeps the name; the draft gets a number where it is taken.
    private static string VersionId(string version)
    {
        if (version.Contains(VersionSuffix, StringComparison.Ordinal))
        {
            return version;
        }
        return version[..Math.Min(version.Length, MaxVersionId - VersionSuffix.Length)] + VersionSuffix;
    }
}
