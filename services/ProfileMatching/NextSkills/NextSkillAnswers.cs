using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Collections;

namespace CareerRecs.ProfileMatching.NextSkills;

/// <summary>Answers which skills to acquire next: for a person, and for a set of people.</summary>
internal sealed class NextSkillAnswers(SnapshotLibrary library, Subjects subjects, LearningShelves shelves)
{
    private const int DefaultResults = 10;
    private const int DefaultRoles = 10;

    /// <summary>Fit of a next role over that of the best-fitting one from which what it asks for counts.</summary>
    private const double LeastShareOfBest = 0.6;

    private static readonly StepKind[] LineKinds = [StepKind.StepUp, StepKind.SameLevel, StepKind.CloseRelative];

    public async Task<SuggestSkillsResponse> SuggestAsync(
        Caller caller,
        SuggestSkillsRequest request,
        CancellationToken cancellationToken
    )
    {
        var catalog = await GetCatalogAsync(caller, request.Catalog, request.CatalogVersion, request.Roles, cancellationToken);
        var asked = await subjects.ReadAsync(caller, request.Subject, catalog, cancellationToken);
        var wanted = catalog.RolesOf(request.Roles, "roles");
        using var person = new PersonView(catalog.Index, asked.Understood.Evidence);
        var answer = new SuggestSkillsResponse
        {
            Understanding = asked.Understood.Shown,
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        var start = PresentWork.FindOrPresume(catalog.Index, asked.Understood);
        if (FindTooLittle(person, wanted.Count + asked.Interests.Count > 0) is { } tooLittle)
        {
            answer.InsufficientEvidence = tooLittle;
            return answer;
        }

        if (wanted.Count == 0)
        {
            wanted = RolesFor(catalog, person, asked, start);
        }

        if (wanted.Count == 0)
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        answer.Roles.Add(wanted.Select(role => catalog.Index.Roles[role].Name));
        RoleId? known = start.Role is { } present && !wanted.Contains(present) ? present : null;
        var suggested = SkillSuggester.Suggest(
            person,
            wanted,
            known,
            request.MaxResults > 0 ? request.MaxResults : DefaultResults
        );
        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        foreach (var skill in suggested)
        {
            skill.Resources.Add(shelf.Of(catalog.Index.SkillIds[skill.Skill]));
        }

        answer.Skills.Add(suggested);
        Credits.Add(catalog.Index, answer.Attributions);
        return answer;
    }

    public async Task<AnalyzePopulationResponse> AnalyzeAsync(
        Caller caller,
        AnalyzePopulationRequest request,
        CancellationToken cancellationToken
    )
    {
        var people = await subjects.FindDistinctAsync(caller, request.Subjects, cancellationToken);
        if (people.Count < PopulationTally.LeastPeople)
        {
            throw Errors.InvalidArgument(
                "subjects",
                $"needs at least {PopulationTally.LeastPeople} different people, "
                    + $"so that the answer is of nobody in particular; {people.Count} came"
            );
        }

        var catalog = await GetCatalogAsync(caller, request.Catalog, request.CatalogVersion, request.Roles, cancellationToken);
        var only = catalog.RolesOf(request.Roles, "roles").ToHashSet();
        var tally = new PopulationTally(catalog.Index);
        var answer = new AnalyzePopulationResponse
        {
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
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
    /// The best-fitting roles among those that the person says they want. Without such a wish, the next roles of the line of the
    /// present one that do not fit strongly yet; where it is unknown or has none, the roles that a recommendation would show.
    /// None if nothing said speaks for any.
    /// </summary>
    internal static List<RoleId> RolesFor(CatalogHandle catalog, PersonView person, AskedAbout asked, MoveStart start)
    {
        var index = catalog.Index;
        var shortlist = new Shortlist(index, asked.Understood.Evidence, asked.NotWanted);
        var wanted = RolesOfInterest.Of(asked.Interests, index).Where(shortlist.IsShown).ToList();
        if (wanted.Count > 0)
        {
            return
            [
                .. wanted
                    .OrderByDescending(role => FitFunction.Evaluate(person, role).MilliPoints)
                    .ThenBy(role => role)
                    .Take(DefaultRoles),
            ];
        }

        var next = start.Role is null ? [] : FindNextOfLine(catalog, person, start, shortlist);
        if (next.Count > 0)
        {
            return next;
        }

        var fitting = Shortlist.Cut(person, Ranker.Rank(person, DefaultRoles, shortlist.IsShown));
        var open = fitting.FindAll(r => r.Role != start.Role && IsOpen(index, r.MilliPoints));
        return [.. (open.Count > 0 ? open : fitting).Select(r => r.Role)];
    }

    /// <summary>Whether skills can still make a role a clearly better fit.</summary>
    private static bool IsOpen(MatchIndex index, int milliPoints) => index.Parameters.Band(milliPoints) < FitBand.Strong;

    private static List<RoleId> FindNextOfLine(CatalogHandle catalog, PersonView person, MoveStart start, Shortlist shortlist)
    {
        using var there = new PersonView(catalog.Index, start.There);
        var moves = OpenMoves
            .Find(catalog, start, person, there, shortlist)
            .Where(move => LineKinds.Contains(move.Kind))
            .Take(DefaultRoles)
            .Select(move => (move.Role, Fit: FitFunction.Evaluate(person, move.Role).MilliPoints))
            .Where(move => IsOpen(catalog.Index, move.Fit))
            .ToList();
        var best = moves.Select(move => move.Fit).DefaultIfEmpty().Max();
        return [.. moves.Where(move => move.Fit >= best * LeastShareOfBest).Select(move => move.Role)];
    }

    private static InsufficientEvidence? FindTooLittle(PersonView person, bool isForNamedRoles)
    {
        if (!Shortlist.HasEnoughEvidence(person))
        {
            return EvidenceRequest.ForPerson(person);
        }

        var fit = CatalogFit.ForPerson(person);
        return !isForNamedRoles && fit.IsTooWeak(person.Index.Parameters) ? EvidenceRequest.ForWeak(person, fit) : null;
    }

    private ValueTask<CatalogHandle> GetCatalogAsync(
        Caller caller,
        string catalog,
        string version,
        RepeatedField<string> roles,
        CancellationToken cancellationToken
    ) => library.GetAsync(caller, NamedCatalog.Of(catalog, version, roles), version, cancellationToken);
}
