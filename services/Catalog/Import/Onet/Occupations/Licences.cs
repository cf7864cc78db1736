using System.Text.RegularExpressions;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>
/// Licences and registrations that an occupation's description or tasks demand in words; O*NET has no table of them.
/// </summary>
internal static partial class Licences
{
    private const string Title = "Licence or registration";
    private const int MaxTitle = 300;

    /// <summary>Adds the licences that a description demands ("Requires commercial drivers' license.").</summary>
    public static void AddFromDescription(Role role)
    {
        foreach (var sentence in SentenceEnd().Split(role.Overview))
        {
            if (Licence().IsMatch(sentence) && Demanded().IsMatch(sentence) && !Reported().IsMatch(sentence))
            {
                Add(role, sentence);
            }
        }
    }

    /// <summary>Adds the licence that a task keeps up ("Maintain current electrician's license").</summary>
    public static void AddFromTask(Role role, string task)
    {
        if (KeptUp().IsMatch(task))
        {
            Add(role, task);
        }
    }

    private static void Add(Role role, string sentence)
    {
        var text = sentence.Trim().TrimEnd('.');
        var title = General().IsMatch(text) ? Title : $"{Title}: {Lead().Replace(text, "")}";
        role.Requirements ??= new Requirements();
        role.Requirements.Certifications.Add(
            new CertificationRequirement
            {
                Title = title.Length <= MaxTitle ? title : title[..MaxTitle],
                Demand = Hedged().IsMatch(text) ? Demand.Preferred : Demand.Required,
            }
        );
    }

    // "U.S. Coast Guard" is not the end of a sentence.
    [GeneratedRegex(@"(?<=[a-z)])\.\s+(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(licens\w*|registration|registered|certificat\w+)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Licence();

    [GeneratedRegex(@"\b(requires?|required|must (be|hold|have))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Demanded();

    // "Those required to hold teaching certifications should be reported in ..." speaks of another occupation.
    [GeneratedRegex(@"\bshould be reported\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^(Maintain|Hold|Obtain)\b.*\blicense\b", RegexOptions.CultureInvariant)]
    private static partial Regex KeptUp();

    // What stands before and behind the licence itself.
    [GeneratedRegex(
        """
            ^ (
                (Usually[ ])? requires?[ ]
              | Required[ ]to[ ]hold[ ]
              | Must[ ](hold|have|be)[ ]
              | (Maintain|Hold|Obtain)[ ](current[ ])?
            )
            | ([ ]to[ ]meet[ ].*$)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(Licensing|Registration)( or (licensing|registration))? required$", RegexOptions.CultureInvariant)]
    private static partial Regex General();

    [GeneratedRegex(@"\b(usually|generally|may|often)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hedged();
}
