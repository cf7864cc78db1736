using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Education;

/// <summary>Licences, registrations, cards and certificates that words name: "CDL class A", "journeyman card".</summary>
internal static partial class NamedLicences
{
    private const int LongestItem = 60;

    /// <summary>The one that an item or a clause names, without the words around it; null if it names none.</summary>
    public static string? Find(string text)
    {
        if (Licence().Match(text) is not { Success: true } licence)
        {
            return null;
        }

        // An item of a list is the name; of a sentence only the words at the licence are.
        return text.Length <= LongestItem && !Verb().IsMatch(text) ? text.Trim() : licence.Value.Trim();
    }

    [GeneratedRegex(
        """
            \b ( (?!(my|got|get|have|has|hold|the|a|an|and|with|i|for|of)\s) [\p{L}\p{N}'’&+-]+\s ){0,3}
            ( licen[sc]e[ds]? | licensure | registration | certificates? | certification | certified | (card|ticket
              |permit)s?\b(?!\s+(payments?|machines?)) )
            (\s(class|level|grade|part)\s[\p{L}\p{N}]{1,3}\b)?
            | \b(CDL|CDL-A|RN|LPN|LVN|CNA|EMT|PMP|CPA|CSCS|CPCS|SIA|NMC|HCPC|ACLS|BLS|AAT|ACCA|CPR|SQEP|CeMAP|PGCE
              |QTS|CPC)\b(\s(class|level)\s[\p{L}\p{N}]{1,3}\b)?
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Licence();

    [GeneratedRegex(
        @"\b(i|got|have|has|had|hold|passed|gained|earned|my|issuing|checking|selling|processing|taking|writing
          |renewing)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Verb();
}
