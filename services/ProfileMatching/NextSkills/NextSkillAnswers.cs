using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.Matching.NextSkills;

/// <summary>Answers which skills to acquire next: for a person, and for a set of people.</summary>
internal sealed class NextSkillAnswers(SnapshotLibrary library, Subjects subjects, LearningShelves shelves)
{
    private const int DefaultResults = 10;
    private const int DefaultRoles = 10;

    public async Task<SuggestSkillsResponse> SuggestAsync(Caller caller, SuggestSkillsRequest request, CancellationToken cancellationToken)
    {
        var catalog = await library.GetAsync(caller, NamedCatalog.Of(request.Catalog, request.CatalogVersion, request.Roles), request.CatalogVersion, cancellationToken);
        var asked = await subjects.ReadAsync(caller, request.Subject, catalog, cancellationToken);
        var wanted = catalog.RolesOf(request.Roles, "roles");
        using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
        var answer = new SuggestSkillsResponse
        {
            Understanding = asked.Understood.Shown,
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        if (!Shortlist.HasEnoughEvidence(person))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        if (wanted.Count == 0)
        {
            wanted = RolesFor(person, asked, catalog);
        }

        if (wanted.Count == 0)
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        answer.Roles.Add(wanted.Select(role => catalog.Snapshot.Roles[role].Name));
        var suggested = SkillSuggester.Suggest(person, wanted, request.MaxResults > 0 ? request.MaxResults : DefaultResults);
        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        foreach (var skill in suggested) skill.Resources.Add(shelf.Of(catalog.Index.SkillIds[skill.Skill]));
        answer.Skills.Add(suggested);
        Credits.Add(catalog.Index, answer.Attributions);
        return answer;
    }

    public async Task<AnalyzePopulationResponse> AnalyzeAsync(Caller caller, AnalyzePopulationRequest request, CancellationToken cancellationToken)
    {
        // The same subject five times is one person.
        var people = request.Subjects.Distinct().ToList();
        if (people.Count < PopulationTally.LeastPeople)
            throw Errors.InvalidArgument("subjects", $"needs at least {PopulationTally.LeastPeople} different people, so that the answer is of nobody in particular; {people.Count} came");
        var catalog = await library.GetAsync(caller, NamedCatalog.Of(request.Catalog, request.CatalogVersion, request.Roles), request.CatalogVersion, cancellationToken);
        var only = catalog.RolesOf(request.Roles, "roles").ToHashSet();
        var tally = new PopulationTally(catalog.Index);
        var answer = new AnalyzePopulationResponse { Versions = RecommendedRoles.Versions(catalog), Attributions = { catalog.Version.Attributions } };
        foreach (var subject in people)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = await subjects.ReadAsync(caller, subject, catalog, cancellationToken);
            using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
            if (!Shortlist.HasEnoughEvidence(person))
            {
                answer.InsufficientCount++;
                continue;
            }

            var shortlist = new Shortlist(catalog.Index, asked.Understood.Evidence, asked.NotWanted);
            tally.Add(person, role => (only.Count == 0 || only.Contains(role)) && shortlist.IsShown(role));
            answer.AnalyzedCount++;
        }

        answer.Skills.Add(tally.Result(request.MaxResults > 0 ? request.MaxResults : DefaultResults));
        Credits.Add(catalog.Index, answer.Attributions);
        return answer;
    }

    /// <summary>
    /// The best-fitting roles among those that the person says they want. Without such a wish, the roles that a recommendation would show; none
    /// if nothing said speaks for any.
    /// </summary>
    internal static List<int> RolesFor(PersonView person, AskedAbout asked, CatalogHandle catalog)
    {
        var shortlist = new Shortlist(catalog.Index, asked.Understood.Evidence, asked.NotWanted);
        var wanted = RolesOfInterest.Of(asked.Interests, catalog.Index).Where(shortlist.IsShown).ToList();
        return wanted.Count > 0
            ? [.. wanted.OrderByDescending(role => FitFunction.Evaluate(person, role).MilliPoints).ThenBy(role => role).Take(DefaultRoles)]
            : [.. Shortlist.Cut(person, Ranker.Rank(person, DefaultRoles, shortlist.IsShown)).Select(r => r.Role)];
    }
}
