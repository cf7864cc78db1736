using CareerRecs.Catalog.Import.Archives;
using CareerRecs.Catalog.Import.Onet.Duties;
using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Onet.Occupations;
using CareerRecs.Catalog.Import.Onet.Skills;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet;

/// <summary>
/// Makes a catalog of the official O*NET database: tab-delimited text in a zip file, as the publisher offers it.
/// Pure: a file in, entries and a report out. What each table means is told in this folder's README.
/// </summary>
public static class OnetImporter
{
    /// <summary>Reads the archive. A file that cannot be read as a whole gives <see cref="ImportFileException"/>.</summary>
    /// <param name="seekableZip">The file, positioned at its start; it stays open.</param>
    /// <param name="source">Where it is from and what to make of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ImportedCatalog Import(Stream seekableZip, ImportSource source, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(source.FileName);
        using var archive = ImportArchive.Open(seekableZip, fileName, ".txt");
        var release = OnetRelease.Find(archive, fileName);
        if (string.IsNullOrEmpty(source.VersionId) && release is null)
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                "Neither Read Me.txt nor the file's name tells the release. Name the version to make, for example 29.3."
            );
        }

        var attributions = OnetRelease.Attributions(release);
        var name = release is null ? "O*NET" : $"O*NET {release}";
        var draft = new OnetDraft(source.CatalogId);
        foreach (var map in Maps(draft, name, attributions))
        {
            OnetTables.Read(archive, map, draft, cancellationToken);
        }

        draft.Findings.Count("roles", draft.Roles.Count);
        draft.Findings.Count("skills", draft.Skills.Count);
        draft.Findings.Count("alternate titles", draft.Roles.Sum(r => r.AlternateTitles.Count));
        draft.Findings.Count("roles without rated skills", draft.Roles.Count(r => !r.Skills.Any(s => s.HasProficiency)));
        return new ImportedCatalog(
            Entries(draft),
            draft.Findings.ToReport(),
            string.IsNullOrEmpty(source.VersionId) ? release! : source.VersionId,
            $"{name} ({fileName})",
            source.DisplayName.Length > 0 ? source.DisplayName : "O*NET",
            attributions
        );
    }

    // Occupations first, everything hangs on their codes; reported titles before collected ones; the elements before
    // the tools, which give way to them in names; tasks before the tools, whose names are held against their words; duties
    // last, as their names give way to those of all other skills.
    private static IEnumerable<TableMap> Maps(OnetDraft draft, string name, IReadOnlyList<string> attributions)
    {
        var reference = new ElementReference(draft);
        var tasks = new TaskMap(draft);
        var duties = new DutyReference(draft);
        return
        [
            new OnetOccupationMap(draft, name, attributions),
            reference,
            new RatingMap(draft, reference, "skill", ["Skills"], ["Essential Skills", "Transferable Skills"]),
            new RatingMap(draft, reference, "knowledge", ["Knowledge"]),
            new TitleMap(draft, TitleMap.Reported),
            new TitleMap(draft, TitleMap.Alternate),
            tasks,
            new ToolMap(draft),
            duties,
            new DutyMap(draft, duties, tasks),
            new EducationMap(draft),
            new JobZoneMap(draft),
            new RelatedMap(draft),
        ];
    }

    /// <summary>Skills, then roles, each by name; a role's skills heaviest first.</summary>
    private static List<CatalogEntry> Entries(OnetDraft draft)
    {
        var entries = new List<CatalogEntry>(draft.Skills.Count + draft.Roles.Count);
        entries.AddRange(draft.Skills.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new CatalogEntry { Skill = s }));
        foreach (var role in draft.Roles.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            var skills = role.Skills.OrderByDescending(s => s.Importance).ThenBy(s => s.Skill, StringComparer.Ordinal).ToList();
            role.Skills.Clear();
            role.Skills.Add(skills);
            entries.Add(new CatalogEntry { Role = role });
        }

        return entries;
    }
}
