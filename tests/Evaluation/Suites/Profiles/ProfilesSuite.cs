using CareerRecs.Evaluation.Suites.Profiles.Baselines;
using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>
/// Recommendations for people as they describe themselves, judged by what a hiring manager would accept. Baselines rank the roles
/// of the same catalog by the same statements, without the roles that the product's gate by seniority rules out.
/// </summary>
internal static class ProfilesSuite
{
    public static IEnumerable<Row> Measure(Lab lab)
    {
        foreach (var people in PeopleFiles.ReadPeople(lab).GroupBy(p => p.Catalog, StringComparer.Ordinal))
        {
            var baselines = new CatalogBaselines(lab.Catalogs.Find(people.Key));
            var outcomes = people.Select(person => Ask(lab, person, baselines)).ToList();
            foreach (var row in ProfileMetrics.Rows(people.Key, outcomes))
            {
                yield return row;
            }

            ProfilePrinter.Print(lab.People, outcomes);
        }
    }

    private static ProfileOutcome Ask(Lab lab, Person person, CatalogBaselines baselines)
    {
        var shown = Recommend(lab, person, person.AskShown());
        var uncut = Recommend(lab, person, person.AskUncut());
        var seniority = shown.Understanding?.Seniority ?? default;
        return new ProfileOutcome(
            person,
            Judgement.Judge(person, ToRoles(shown)),
            Judgement.Judge(person, ToRoles(uncut)),
            baselines.Rank(person, seniority).ToDictionary(b => b.Name, b => Judgement.Judge(person, b.Roles))
        );
    }

    /// <summary>An answer of the services; a refused question counts as no answer and is reported.</summary>
    private static RecommendRolesResponse Recommend(Lab lab, Person person, RecommendRolesRequest request)
    {
        try
        {
            return lab.Shipped.Session.Matching.RecommendRoles(request, lab.Unhurried);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            Console.Error.WriteLine($"{person.Id}: {e.Status.Detail}");
            return new RecommendRolesResponse();
        }
    }

    private static List<ShownRole> ToRoles(RecommendRolesResponse answer) =>
        [
            .. answer.Recommendations.Select(r => new ShownRole(
                r.Role,
                r.Title,
                r.Family,
                r.Fit.MilliPoints / 1000.0,
                r.Fit.Band.ToString(),
                r.Feasibility?.EssentialsMet ?? 0,
                r.Feasibility?.EssentialsTotal ?? 0
            )),
        ];
}
