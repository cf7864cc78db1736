using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>What the tables build together: the occupations, the skills and the findings.</summary>
internal sealed class OnetDraft(string catalogId)
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);

    /// <summary>Names of roles and skills in this catalog.</summary>
    public OnetNames Names { get; } = new(catalogId);

    public ImportFindings Findings { get; } = new();

    /// <summary>Occupations by their O*NET-SOC code, looked up by a cell without making a string of it.</summary>
    public Dictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> RolesByCode =>
        _roles.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyCollection<Role> Roles => _roles.Values;

    public List<Skill> Skills { get; } = [];

    public bool TryAdd(string code, Role role) => _roles.TryAdd(code, role);

    /// <summary>One string for equal texts: titles and codes recur thousands of times.</summary>
    public string Intern(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }
        var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }
        var made = text.ToString();
        _texts.Add(made);
        return made;
    }
}
