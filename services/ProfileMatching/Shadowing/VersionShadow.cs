using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Shadowing;

/// <summary>
/// Asks the same people of two versions of a catalog, one of them perhaps a draft that nobody is served from yet.
/// </summary>
internal sealed class VersionShadow(SnapshotLibrary library, Subjects subjects)
{
    private const int DefaultItems = 10;

    /// <summary>How the answers differ.</summary>
    public async Task<ShadowVersionResponse> CompareAsync(
        Caller caller,
        ShadowVersionRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            request.BaseVersion.Length > 0
            && ResourceName.CatalogOf(request.BaseVersion) != ResourceName.CatalogOf(request.Version)
        )
        {
            throw Errors.InvalidArgument(
                "base_version",
                $"must be a version of {ResourceName.CatalogOf(request.Version)}; {request.BaseVersion} came"
            );
        }
        var after = await library.GetOfAnyStateAsync(caller, request.Version, cancellationToken);
        var before =
            request.BaseVersion.Length > 0
                ? await library.GetOfAnyStateAsync(caller, request.BaseVersion, cancellationToken)
                : await library.GetAsync(caller, ResourceName.CatalogOf(request.Version), "", cancellationToken);
        var tally = new ShadowTally(before, after);
        for (var i = 0; i < request.Subjects.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var subject = await subjects.WithTextAsync(caller, request.Subjects[i], cancellationToken);
            if (
                await FirstRolesAsync(caller, subject, before, cancellationToken) is { } was
                && await FirstRolesAsync(caller, subject, after, cancellationToken) is { } now
            )
            {
                tally.Add(i, was, now);
            }
            else
            {
                tally.Insufficient();
            }
        }

        return tally.Result(request.MaxItems > 0 ? request.MaxItems : DefaultItems);
    }

    /// <summary>The roles that the person would be recommended first; null where they tell too little.</summary>
    private async Task<List<string>?> FirstRolesAsync(
        Caller caller,
        Subject subject,
        CatalogHandle catalog,
        CancellationToken cancellationToken
    )
    {
        var asked = await subjects.ReadAsync(caller, subject, catalog, cancellationToken);
        using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
        if (!Shortlist.HasEnoughEvidence(person))
        {
            return null;
        }
        var shortlist = new Shortlist(catalog.Index, asked.Understood.Evidence, asked.NotWanted);
        var roles = catalog.Index.Roles;
        return [.. Ranker.Rank(person, ShadowTally.Depth, shortlist.IsShown).Select(r => roles[r.Role].Name)];
    }
}
