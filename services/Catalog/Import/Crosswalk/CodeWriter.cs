using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Crosswalk;

/// <summary>
/// Puts the codes of one crosswalk on roles: each once, and one that an earlier crosswalk left with the present match.
/// </summary>
internal sealed class CodeWriter(ImportFindings findings, IReadOnlyList<string> attributions)
{
    private const int MaxCodes = 200;

    private readonly HashSet<(string Role, CodeSystem System, string Code)> _said = [];

    /// <summary>Adds a code to a role. False: this file already said something about it.</summary>
    public bool Put(Role role, CodeSystem system, string value, CodeMatch match)
    {
        if (!_said.Add((role.Name, system, value)))
        {
            return false;
        }
        if (role.Codes.FirstOrDefault(c => c.System == system && c.Value == value) is { } known)
        {
            findings.Count(known.Match == match ? "codes that the roles had" : "codes that the roles had with another match");
            known.Match = match;
        }
        else if (role.Codes.Count >= MaxCodes)
        {
            findings.Count($"codes left out, beyond {MaxCodes} of one role");
            return true;
        }
        else
        {
            role.Codes.Add(
                new Code
                {
                    System = system,
                    Value = value,
                    Match = match,
                }
            );
            findings.Count($"{system.ToString().ToUpperInvariant()} codes added");
        }

        role.Attributions.Add(attributions.Except(role.Attributions));
        return true;
    }
}
