using CareerRecs.Catalog.Import.Archives;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>
/// Makes a catalog of the official ESCO classification: CSV tables of one language in a zip file, as the European
/// Commission offers it. Pure: a file in, entries and a report out. What each table means is told in this folder's README.
/// </summary>
public static class EscoImporter
{
    /// <summary>Reads the archive. A file that cannot be read as a whole gives <see cref="ImportFileException"/>.</summary>
    /// <param name="seekableZip">The file, positioned at its start; it stays open.</param>
    /// <param name="source">Where it is from and what to make of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ImportedCatalog Import(Stream seekableZip, ImportSource source, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(source.FileName);
        using var archive = ImportArchive.Open(seekableZip, fileName, ".csv", EscoRelease.TableOf);
        var release = EscoRelease.Find(archive, fileName);
        if (string.IsNullOrEmpty(source.VersionId) && release is null)
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                "Neither the file's name nor a folder in it tells the release. Name the version to make, for example 1.2.0."
            );
        }

        var name = release is null ? "ESCO" : $"ESCO {release}";
        var attributions = EscoRelease.Attributions(name);
        var draft = new EscoDraft();
        // Concepts first, the relations hang on their URIs; occupations before skills, whose names are held against their words.
        EscoMap[] maps =
        [
            new EscoOccupationMap(draft, source.CatalogId, name, attributions),
            new SkillMap(draft, source.CatalogId),
            new NeedMap(draft),
            new BroaderSkillMap(draft),
            new SkillRelationMap(draft),
            new BroaderOccupationMap(draft),
        ];
        foreach (var map in maps)
        {
            map.Read(archive, cancellationToken);
        }
        SkillAliases.Settle(draft);

        draft.Findings.Count("roles", draft.Occupations.All.Count);
        draft.Findings.Count("skills", draft.Skills.All.Count);
        draft.Findings.Count("alternate titles", draft.Occupations.All.Sum(r => r.AlternateTitles.Count));
        draft.Findings.Count("aliases of skills", draft.Skills.All.Sum(s => s.Aliases.Count));
        draft.Findings.Count("roles without skills", draft.Occupations.All.Count(r => r.Skills.Count == 0));
        return new ImportedCatalog(
            Entries(draft),
            draft.Findings.ToReport(),
            string.IsNullOrEmpty(source.VersionId) ? release! : source.VersionId,
            $"{name} ({fileName})",
            source.DisplayName.Length > 0 ? source.DisplayName : "ESCO",
            attributions
        );
    }

    /// <summary>Skills, then roles, each by name; a role's skills heaviest first.</summary>
    private static List<CatalogEntry> Entries(EscoDraft draft)
    {
        var entries = new List<CatalogEntry>(draft.Skills.All.Count + draft.Occupations.All.Count);
        entries.AddRange(
            draft.Skills.All.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new CatalogEntry { Skill = s })
        );
        foreach (var role in draft.Occupations.All.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            var skills = role.Skills.OrderByDescending(s => s.Importance).ThenBy(s => s.Skill, StringComparer.Ordinal).ToList();
            role.Skills.Clear();
            role.Skills.Add(skills);
            entries.Add(new CatalogEntry { Role = role });
        }

        return entries;
    }
}
