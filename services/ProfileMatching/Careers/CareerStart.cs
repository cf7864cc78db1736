using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Careers;

/// <summary>The starting point of a question, understood against one catalog version.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Understanding">How the person was understood; null where the start is a role.</param>
/// <param name="NotWanted">What the person does not want.</param>
internal sealed record CareerStart(MoveStart Start, V1.Understanding? Understanding, IReadOnlyCollection<string> NotWanted)
{
    /// <summary>The catalog to ask: that of the role it starts from, else the one named.</summary>
    public static string CatalogOf(StartingPoint from, string named)
    {
        if (from.StartCase != StartingPoint.StartOneofCase.Role) return named;
        var catalog = ResourceName.CatalogOf(from.Role);
        return named.Length == 0 || named == catalog
            ? catalog
            : throw Errors.InvalidArgument("from.role", $"'{from.Role}' is no role of {named}; leave out the catalog, or start from one of its roles");
    }

    /// <summary>Reads the starting point. NOT_FOUND for a role or profile that is not there.</summary>
    public static async ValueTask<CareerStart> ReadAsync(Caller caller, StartingPoint from, CatalogHandle catalog, Subjects subjects, CancellationToken cancellationToken)
    {
        if (from.StartCase == StartingPoint.StartOneofCase.Role) return new CareerStart(MoveStart.FromRole(catalog.Index, catalog.RoleOf(from.Role)), null, []);
        var asked = await subjects.ReadAsync(caller, from.Subject, catalog, cancellationToken);
        return new CareerStart(MoveStart.FromPerson(catalog.Index, asked.Understood.Shown.Jobs, asked.Understood.Evidence), asked.Understood.Shown, asked.NotWanted);
    }

    /// <summary>What to ask for where there is too little to go on: no job whose title is known, and too few skills.</summary>
    public InsufficientEvidence? TooLittle(PersonView person) => Start.Role < 0 && !Shortlist.HasEnoughEvidence(person) ? EvidenceRequest.ForPerson(person) : null;

    /// <summary>The versions of an answer.</summary>
    public static AnswerVersions Versions(CatalogHandle catalog, string salaryModel)
    {
        var versions = RecommendedRoles.Versions(catalog);
        versions.SalaryModel = salaryModel;
        return versions;
    }
}
