using CareerRecs.Catalog.V1;

namespace CareerRecs.ProfileMatching.Engine.Occupations;

/// <summary>What the public codes of a role say by their structure.</summary>
internal static class OccupationCodes
{
    private const int SocLength = 7;

    /// <summary>Digits of a SOC code that name its major group, and those that name its minor group.</summary>
    private const int MajorLength = 2;
    private const int MinorLength = 4;

    /// <summary>First SOC major group whose first minor group is that of its supervisors: protective service.</summary>
    private const int FirstLedMajor = 33;

    /// <summary>The 2018 SOC code that a role's codes begin with, "15-2051"; null where it has none.</summary>
    public static string? FindSoc(Role role) => FindSoc(role, _ => true);

    /// <summary>The SOC code among the codes that count.</summary>
    public static string? FindSoc(Role role, Func<Code, bool> counts)
    {
        foreach (var code in role.Codes)
        {
            if (code.System is CodeSystem.Soc or CodeSystem.Onet && code.Value.Length >= SocLength && counts(code))
            {
                return code.Value[..SocLength];
            }
        }

        return null;
    }

    /// <summary>The ISCO code of a role; null where it has none.</summary>
    public static string? FindIsco(Role role) =>
        role.Codes.FirstOrDefault(c => c.System == CodeSystem.Isco && c.Value.Length > 0)?.Value;

    /// <summary>
    /// Whether a role supervises another: from protective service on, the first minor group of each SOC major group ("35-1") is
    /// that of the supervisors of the others.
    /// </summary>
    public static bool Leads(Role led, Role leading) =>
        FindSoc(led) is { } one
        && FindSoc(leading) is { } other
        && one[..MajorLength] == other[..MajorLength]
        && IsLeading(other)
        && !IsLeading(one);

    /// <summary>Whether a role manages: SOC major group 11, else ISCO major group 1; null without such a code.</summary>
    public static bool? Manages(Role role) =>
        FindSoc(role)?.StartsWith("11-", StringComparison.Ordinal) ?? FindIsco(role)?.StartsWith('1');

    /// <summary>
    /// Whether a role heads a whole organisation or legislates: SOC "11-1011" and "11-1031", ISCO minor group "111" and "1120".
    /// </summary>
    public static bool HeadsOrganisation(Role role) =>
        FindSoc(role) is "11-1011" or "11-1031"
        || (FindIsco(role) is { } isco && (isco.StartsWith("111", StringComparison.Ordinal) || isco == "1120"));

    /// <summary>
    /// The skill level (1-4) that the first digit of an ISCO-08 code says; null where there is no code, and for armed forces.
    /// </summary>
    public static int? FindSkillLevel(Role role) =>
        FindIsco(role) is not [var major, ..]
            ? null
            : major switch
            {
                '1' or '2' => 4,
                '3' => 3,
                >= '4' and <= '8' => 2,
                '9' => 1,
                _ => null,
            };

    private static bool IsLeading(string soc) =>
        soc[MinorLength - 1] == '1' && int.TryParse(soc[..MajorLength], out var major) && major >= FirstLedMajor;
}
