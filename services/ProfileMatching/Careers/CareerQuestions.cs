using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Opens questions of moves and routes.</summary>
internal sealed class CareerQuestions(SnapshotLibrary library, Subjects subjects)
{
    /// <summary>Reads where a question starts. NOT_FOUND for a role or profile that is not there.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="catalogName">The catalog named; empty: that of the role it starts from, else the tenant's default.</param>
    /// <param name="catalogVersion">The version named; empty: the active one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CareerQuestion> OpenAsync(
        Caller caller,
        StartingPoint from,
        string catalogName,
        string catalogVersion,
        CancellationToken cancellationToken
    )
    {
        var catalog = await library.GetAsync(caller, CatalogFor(from, catalogName), catalogVersion, cancellationToken);
        if (from.StartCase == StartingPoint.StartOneofCase.Role)
        {
            return new CareerQuestion(catalog, MoveStart.FromRole(catalog.Index, catalog.RoleOf(from.Role)), null, []);
        }

        var asked = await subjects.ReadAsync(caller, from.Subject, catalog, cancellationToken);
        return new CareerQuestion(
            catalog,
            PresentWork.FindOrPresume(catalog.Index, asked.Understood),
            asked.Understood.Shown,
            asked.NotWanted
        );
    }

    private static string CatalogFor(StartingPoint from, string named)
    {
        if (from.StartCase != StartingPoint.StartOneofCase.Role)
        {
            return named;
        }

        var catalog = ResourceName.CatalogOf(from.Role);
        return named.Length == 0 || named == catalog
            ? catalog
            : throw Errors.InvalidArgument(
                "from.role",
                $"'{from.Role}' is no role of {named}; leave out the catalog, or start from one of its roles"
            );
    }
}
