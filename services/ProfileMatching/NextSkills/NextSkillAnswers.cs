using CareerRecs.Matching.Gaps;
using CareerRecs.Matching.Index;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.Questions;
using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Collections;

namespace CareerRecs.Matching.NextSkills;

/// <summary>Answers which skills to acquire next: for a person, and for a set of people.</summary>
internal sealed class NextSkillAnswers(SnapshotLibrary library, Subjects subjects, LearningShelves shelves)
{
    private const int DefaultResults = 10;
    private const int DefaultRoles = 10;

    private static readonly RecommendRolesRequest Plain = new();

    public async Task<SuggestSkillsResponse> SuggestAsync(Caller caller, SuggestSkillsRequest request, CancellationToken cancellationToken)
    {
        var catalog = await library.GetAsync(caller, request.Catalog, request.CatalogVersion, cancellationToken);
        var asked = await subjects.ReadAsync(caller, request.Subject, catalog, cancellationToken);
        var wanted = RolesOf(request.Roles, catalog);
        using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
        var answer = new SuggestSkillsResponse
        {
            Understanding = asked.Understood.Shown,
            Versions = RecommendAnswers.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        if (Telling.TooLittle(person))
        {
            answer.InsufficientEvidence = Telling.Ask(person);
            return answer;
        }

        if (wanted.Count == 0) wanted = RolesFor(person, asked, catalog);
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
        if (request.Subjects.Count < PopulationTally.LeastPeople)
            throw Errors.InvalidArgument("subjects", $"needs at least {PopulationTally.LeastPeople} people, so that the answer is of nobody in particular; {request.Subjects.Count} came");
        var catalog = await library.GetAsync(caller, request.Catalog, request.CatalogVersion, cancellationToken);
        var only = RolesOf(request.Roles, catalog).ToHashSet();
        var tally = new PopulationTally(catalog.Index);
        var answer = new AnalyzePopulationResponse { Versions = RecommendAnswers.Versions(catalog), Attributions = { catalog.Version.Attributions } };
        foreach (var subject in request.Subjects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = await subjects.ReadAsync(caller, subject, catalog, cancellationToken);
            using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
            if (Telling.TooLittle(person))
            {
                answer.InsufficientCount++;
                continue;
            }

            var counts = Counting(catalog, asked);
            tally.Add(person, role => (only.Count == 0 || only.Contains(role)) && counts(role));
            answer.AnalyzedCount++;
        }

        answer.Skills.Add(tally.Result(request.MaxResults > 0 ? request.MaxResults : DefaultResults));
        Credits.Add(catalog.Index, answer.Attributions);
        return answer;
    }

    /// <summary>Of the roles that the person says they want those that fit best; of all roles where they say nothing that the catalog knows.</summary>
    internal static List<int> RolesFor(PersonView person, AskedAbout asked, CatalogHandle catalog)
    {
        var counts = Counting(catalog, asked);
        var wanted = RolesOfInterest.Of(asked.Interests, catalog.Index).Where(counts).ToList();
        return wanted.Count > 0
            ? [.. wanted.OrderByDescending(role => FitFunction.Evaluate(person, role).MilliPoints).ThenBy(role => role).Take(DefaultRoles)]
            : [.. Ranker.Rank(person, DefaultRoles, counts).Select(r => r.Role)];
    }

    /// <summary>Roles that the person wants, or at least does not refuse, and that nothing stated rules out.</summary>
    private static Func<int, bool> Counting(CatalogHandle catalog, AskedAbout asked)
    {
        var choice = new RoleChoice(catalog.Index, Plain, asked.Understood.Evidence, asked.NotWanted);
        var roles = catalog.Snapshot.Roles;
        return role => choice.Counts(role) && !Gates.RuleOut(asked.Understood.Evidence, roles[role]);
    }

    private static List<int> RolesOf(RepeatedField<string> names, CatalogHandle catalog)
    {
        var roles = new List<int>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            roles.Add(catalog.Index.RoleIds.TryGetValue(names[i], out var role)
                ? role
                : throw Errors.InvalidArgument($"roles[{i}]", $"'{names[i]}' is no role of {catalog.Version.Name}; SearchRoles and ResolveTitle of the catalog find roles by words"));
        }

        return roles;
    }
}
