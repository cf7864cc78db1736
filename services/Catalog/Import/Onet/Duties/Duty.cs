using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>A detailed work activity of O*NET: a duty that several occupations can share.</summary>
/// <param name="id">Identifier of the activity, "4.A.3.a.2.I12.D04".</param>
/// <param name="text">The activity as published: "Install electrical components, equipment, or systems."</param>
internal sealed class Duty(string id, string text)
{
    public string Id => id;

    public string Text => text;

    /// <summary>Stems of the words that carry meaning.</summary>
    public IReadOnlySet<string> Stems { get; } = DutyWords.Stems(text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Number of roles that have this duty.</summary>
    public int Roles { get; set; }

    /// <summary>The catalog's skill. Null until a role needs it.</summary>
    public Skill? Skill { get; set; }
}
