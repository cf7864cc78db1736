using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>A catalog of one's own under construction: the entries of the file over those of the version it adds to.</summary>
internal sealed class CustomDraft
{
    private const string FirstVersion = "1";

    private readonly ImportSource _source;
    private readonly SortedDictionary<string, CatalogEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofTheFile = new(StringComparer.Ordinal);

    public CustomDraft(ImportSource source)
    {
        _source = source;
        foreach (var entry in source.Base?.Entries ?? [])
        {
            _entries[EntryStream.NameOf(entry)] = entry;
        }
    }

    /// <summary>Last path segment of the file's name, for findings.</summary>
    public string FileName => Path.GetFileName(_source.FileName);

    public string CatalogId => _source.CatalogId;

    public ImportFindings Findings { get; } = new();

    /// <summary>The name people read: as the sender gave it, else that of the version it adds to, else the catalog's.</summary>
    public string DisplayName =>
        _source.DisplayName.Length > 0 ? _source.DisplayName
        : _source.Base?.Version.DisplayName is { Length: > 0 } name ? name
        : CatalogId;

    /// <summary>Skills of the version that the file adds to.</summary>
    public IEnumerable<Skill> BaseSkills => (_source.Base?.Entries ?? []).Select(entry => entry.Skill).OfType<Skill>();

    /// <summary>Roles of the version that the file adds to.</summary>
    public IEnumerable<Role> BaseRoles => (_source.Base?.Entries ?? []).Select(entry => entry.Role).OfType<Role>();

    /// <summary>Puts an entry, in the place of the version's own of that name. False: the file has it already.</summary>
    public bool TryPut(CatalogEntry entry)
    {
        var name = EntryStream.NameOf(entry);
        if (!_ofTheFile.Add(name))
        {
            return false;
        }
        if (entry.Role is { Source: "" } role)
        {
            role.Source = DisplayName;
        }
        _entries[name] = entry;
        return true;
    }

    /// <summary>The whole catalog.</summary>
    public ImportedCatalog Complete()
    {
        Findings.Count("entries of the file", _ofTheFile.Count);
        Findings.Count("entries of the base version kept", _entries.Count - _ofTheFile.Count);
        return new ImportedCatalog(
            [.. _entries.Values],
            Findings.ToReport(),
            string.IsNullOrEmpty(_source.VersionId) ? FirstVersion : _source.VersionId,
            _source.Base is { } version ? $"{FileName} on {version.Version.Name}" : FileName,
            DisplayName,
            [.. _source.Base?.Version.Attributions ?? []]
        );
    }
}
