using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Pay;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Careers;

/// <summary>Puts two roles side by side.</summary>
internal sealed class CompareAnswers(SnapshotLibrary library, PayLookup pay)
{
    public async Task<CompareRolesResponse> CompareAsync(Caller caller, CompareRolesRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.CatalogOf(request.Role);
        if (ResourceName.CatalogOf(request.OtherRole) != name) throw Errors.InvalidArgument("other_role", $"'{request.OtherRole}' is no role of {name}; roles of one catalog can be compared");
        var catalog = await library.GetAsync(caller, name, request.CatalogVersion, cancellationToken);
        var (one, other) = (catalog.RoleOf(request.Role), catalog.RoleOf(request.OtherRole));
        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, Seniority.Unspecified);
        var paid = await PathPay.AskAsync(pay, catalog, [one, other], request.IncludePay, terms, cancellationToken);
        var index = catalog.Index;
        return new CompareRolesResponse
        {
            Role = Show(catalog, one, paid),
            OtherRole = Show(catalog, other, paid),
            Similarity = Math.Round(catalog.Similarity.Of(one, other), 4),
            Skills = { Skills(index, one, other) },
            Step = Steps.Between(index, one, Seniority.Unspecified, other),
            Readiness = ReadinessOf(index, one, other),
            OtherReadiness = ReadinessOf(index, other, one),
            PayChange = paid.Change(one, other),
            PayStatus = paid.Status,
            PayMessage = paid.Message,
            Versions = CareerStart.Versions(catalog, paid.Model),
            Attributions = { catalog.Version.Attributions },
        };
    }

    private static double ReadinessOf(MatchIndex index, int holder, int role)
    {
        using var there = new PersonView(index, MoveStart.FromRole(index, holder).There);
        return Math.Round(Readiness.Of(there, role), 4);
    }

    private static ComparedRole Show(CatalogHandle catalog, int id, PathPay paid)
    {
        var role = catalog.Snapshot.Roles[id];
        // Clones: messages of the snapshot are shared by all who read it.
        return new ComparedRole
        {
            Role = role.Name,
            Title = role.Title,
            Family = role.Family,
            Seniority = role.Seniority,
            Track = role.Track,
            Requirements = role.Requirements?.Clone(),
            Pay = paid.Of(id),
        };
    }

    /// <summary>Skills of either role, those that weigh most in both first.</summary>
    private static IEnumerable<ComparedSkill> Skills(MatchIndex index, int one, int other)
    {
        var first = index.Demands(one).ToArray().ToDictionary(d => d.Skill);
        var second = index.Demands(other).ToArray().ToDictionary(d => d.Skill);
        return first.Keys.Union(second.Keys)
            .Select(skill => (Skill: skill, A: first.GetValueOrDefault(skill), B: second.GetValueOrDefault(skill)))
            .OrderByDescending(s => Math.Min(s.A.Weight, s.B.Weight)).ThenByDescending(s => Math.Max(s.A.Weight, s.B.Weight)).ThenBy(s => s.Skill)
            .Select(s =>
            {
                var compared = new ComparedSkill { Skill = index.Snapshot.Skills[s.Skill].Name, Title = index.Snapshot.Skills[s.Skill].Title };
                if (s.A.Weight > 0)
                {
                    var asked = index.Snapshot.Roles[one].Skills[s.A.Asked];
                    compared.Importance = asked.Importance;
                    if (asked.HasProficiency) compared.Proficiency = asked.Proficiency;
                }

                if (s.B.Weight > 0)
                {
                    var asked = index.Snapshot.Roles[other].Skills[s.B.Asked];
                    compared.OtherImportance = asked.Importance;
                    if (asked.HasProficiency) compared.OtherProficiency = asked.Proficiency;
                }

                return compared;
            });
    }
}
