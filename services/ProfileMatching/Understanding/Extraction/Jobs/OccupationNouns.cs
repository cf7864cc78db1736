using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// Nouns that titles end with ("engineer", "nurse"), so that a title is known as one though the catalog does not list it: common
/// ones, and those with which several titles of the catalog end.
/// </summary>
internal sealed class OccupationNouns
{
    /// <summary>Titles that have to end with a word before it counts.</summary>
    private const int LeastTitles = 3;

    private static readonly FrozenSet<string> Common = (
        "accountant actuary administrator adviser advisor agent aide analyst "
        + "apprentice architect artist assistant associate attorney auditor baker "
        + "banker bartender bookkeeper broker builder buyer captain caregiver carer "
        + "carpenter cashier chef chemist cleaner clerk coach consultant cook "
        + "coordinator counsel counsellor counselor dentist designer developer "
        + "director dispatcher doctor drafter driver editor electrician engineer "
        + "estimator examiner executive facilitator fellow fitter founder gardener "
        + "generalist guard guide hairdresser handler head helper hygienist "
        + "inspector installer instructor intern interpreter janitor journalist "
        + "judge laborer labourer lawyer lead leader lecturer librarian machinist "
        + "manager mechanic mediator merchandiser midwife musician nurse officer "
        + "operative operator optician owner painter paralegal paramedic partner "
        + "pharmacist photographer physician physiotherapist picker pilot planner "
        + "plumber porter practitioner president principal producer professor "
        + "programmer receptionist recruiter registrar reporter representative "
        + "researcher scientist secretary server solicitor specialist statistician "
        + "steward strategist supervisor surgeon surveyor teacher technician "
        + "technologist teller tester therapist trader trainee trainer translator "
        + "tutor underwriter veterinarian volunteer waiter waitress warden welder worker writer"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Last words of employers and departments, with which titles of a catalog end too.</summary>
    private static readonly FrozenSet<string> Organizations = (
        "academy agency association bank bureau center centre clinic "
        + "club college company corporation council department division "
        + "facility factory firm foundation group hospital hotel industry "
        + "institute laboratory library market ministry museum office "
        + "partners plant practice restaurant school service services shop society station store studio systems team university"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<CatalogSnapshot, OccupationNouns> Compiled = [];

    private readonly FrozenSet<string> _catalog;

    private OccupationNouns(ImmutableArray<Role> roles) =>
        _catalog = roles
            .SelectMany(role => role.AlternateTitles.Prepend(role.Title))
            .Select(title => TextAnalysis.Tokenize(title))
            .Where(words => words.Count > 1 && !words.Exists(word => word.Text is "of" or "for" or "in"))
            .CountBy(words => TextAnalysis.Singular(words[^1].Text), StringComparer.Ordinal)
            .Where(noun => noun.Value >= LeastTitles && noun.Key.Length > 3 && !Organizations.Contains(noun.Key))
            .Select(noun => noun.Key)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The nouns of a catalog version.</summary>
    public static OccupationNouns ForCatalog(CatalogSnapshot snapshot) =>
        Compiled.GetValue(snapshot, s => new OccupationNouns(s.Roles));

    /// <summary>Whether titles end with the lower-case word.</summary>
    public bool Contains(string word) => Common.Contains(word) || _catalog.Contains(word);
}
