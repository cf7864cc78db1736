using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Puts two roles side by side.</summary>
internal sealed class CompareAnswers(SnapshotLibrary library, PayLookup pay)
{
    public async Task<CompareRolesResponse> CompareAsync(
        Caller caller,
        CompareRolesRequest request,
        CancellationToken cancellationToken
    )
    {
        var name = ResourceName.CatalogOf(request.Role);
        if (ResourceName.CatalogOf(request.OtherRole) != name)
        {
            throw Errors.InvalidArgument(
                "other_role",
                $"'{request.OtherRole}' is no role of {name}; roles of one catalog can be compared"
            );
        }

        var catalog = await library.GetAsync(caller, name, request.CatalogVersion, cancellationToken);
        var (one, other) = (catalog.RoleOf(request.Role), catalog.RoleOf(request.OtherRole));
        if (one == other)
        {
            throw Errors.InvalidArgument(
                "other_role",
                $"is the same role as role, {catalog.Snapshot.Roles[one.Index].Title}; name another"
            );
        }

        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, default);
        var paid = await PathPay.AskAsync(pay, catalog, [one, other], request.IncludePay ? terms : null, cancellationToken);
        var index = catalog.Index;
        return new CompareRolesResponse
        {
            Role = Show(catalog, one, other, paid),
            OtherRole = Show(catalog, other, one, paid),
            Similarity = Math.Round(catalog.Similarity.Of(one, other), 4),
            Skills = { ComparedWork.CompareSkills(index, one, other) },
            Step = Steps.Between(index, one, Seniority.Unspecified, other),
            Readiness = ReadinessOf(index, one, other),
            OtherReadiness = ReadinessOf(index, other, one),
            PayChange = paid.Change(one, other),
            PayStatus = paid.Status,
            PayMessage = paid.Message,
            Versions = RecommendedRoles.Versions(catalog, paid.Model),
            Attributions = { catalog.Version.Attributions },
        };
    }

    private static double ReadinessOf(MatchIndex index, RoleId holder, RoleId role)
    {
        using var there = new PersonView(index, MoveStart.FromRole(index, holder).There);
        return Math.Round(Readiness.Of(there, role), 4);
    }

    private static ComparedRole Show(CatalogHandle catalog, RoleId id, RoleId other, PathPay paid)
    {
        var role = catalog.Index.Roles[id];
        // Clones: messages of the snapshot are shared by all who read it.
        var shown = new ComparedRole
        {
            Role = role.Name,
            Title = role.Title,
            Family = role.Family,
            Seniority = role.Seniority,
            Track = role.Track,
            Requirements = role.Requirements?.Clone(),
            Pay = paid.Of(id),
        };
        ComparedWork.Add(catalog.Index, id, other, shown);
        return shown;
    }
}
