using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>Skills, titles, moves and gaps asked of the services: the share of the answers that contain what they must.</summary>
internal static class ExpectationsSuite
{
    public static IEnumerable<Row> Measure(Lab lab)
    {
        foreach (var group in PeopleFiles.ReadExpectations(lab).GroupBy(e => $"{e.Catalog} {e.Kind}"))
        {
            var verdicts = group.Select(expectation => (expectation.Id, Verdict: Ask(lab, expectation))).ToList();
            yield return ToRow(group.Key, [.. verdicts.Select(v => v.Verdict.Passed ? 1.0 : 0)]);
            foreach (var (id, verdict) in verdicts.Where(v => lab.People.Show || (lab.People.ShowFailing && !v.Verdict.Passed)))
            {
                Console.WriteLine($"{(verdict.Passed ? "ok" : "MISS"), -5}{id, -28} {verdict.Asked} -> {verdict.Answered}");
            }
        }
    }

    private static Row ToRow(string test, double[] passed)
    {
        var (low, high) = Bootstrap.Interval(passed, sample => sample.Average());
        var noBaselines = new Dictionary<string, double>();
        return new Row("expectations", test, "passed", passed.Average(), low, high, passed.Length, noBaselines);
    }

    /// <summary>A refused question fails, and the reason is its answer.</summary>
    private static Verdict Ask(Lab lab, Expectation expectation)
    {
        try
        {
            return expectation.Ask(lab.Shipped.Session, lab.Unhurried);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            return new Verdict(Passed: false, expectation.Id, e.Status.Detail);
        }
    }
}
