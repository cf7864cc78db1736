using CareerRecs.Catalog.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>What the tables build together: occupations, skills and the findings.</summary>
internal sealed class EscoDraft
{
    public EscoDraft() => (Occupations, Skills) = (new("occupation", Findings), new("skill", Findings));

    public ImportFindings Findings { get; } = new();

    public Concepts<Role> Occupations { get; }

    public Concepts<Skill> Skills { get; }

    /// <summary>Adds to a list unless it is full; what does not go in is counted.</summary>
    public bool TryAdd<T>(RepeatedField<T> list, T item, int max, string what)
    {
        if (list.Count >= max)
        {
            Findings.Count($"{what} left out, beyond {max} of one concept");
            return false;
        }

        list.Add(item);
        return true;
    }
}
