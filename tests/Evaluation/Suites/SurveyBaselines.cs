using CareerRecs.ProfileMatching.Engine.Practice;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// The most frequent labels, and plain logistic regression with its probabilities divided by powers of the shares of the labels.
/// </summary>
internal sealed class SurveyBaselines
{
    private readonly string[] _labels;
    private readonly IReadOnlyList<string> _skills;
    private readonly double[] _powers;
    private readonly double[] _logShares;
    private readonly double[][] _weights;

    public SurveyBaselines(
        List<PracticeReport> reports,
        IReadOnlyList<string> skills,
        double[] powers,
        CancellationToken cancellationToken
    )
    {
        (_skills, _powers) = (skills, powers);
        _labels = [.. reports.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal)];
        int[] classes = [.. reports.Select(r => Array.IndexOf(_labels, r.Label))];
        _logShares = [.. _labels.Select((_, l) => Math.Log(classes.Count(c => c == l) / (double)classes.Length))];
        var rows = PracticeFitter.Rows(reports, skills);
        var features = rows.Max(r => r.Length > 0 ? r[^1].Feature : 0) + 1;
        // The usual penalty of the usual library: half of the squares.
        _weights = new BoundedSoftmax(rows, classes, features, _labels.Length).Fit(
            Enumerable.Repeat(1.0, features).ToArray(),
            null,
            cancellationToken
        );
    }

    /// <summary>Whether each baseline has the label among its first three.</summary>
    public IReadOnlyList<bool> Right(PracticeReport report)
    {
        var scores = BoundedSoftmax.Score(_weights, PracticeFitter.Rows([report], _skills)[0]);
        return [Has(l => _logShares[l]), .. _powers.Select(power => Has(l => scores[l] - (power * _logShares[l])))];

        bool Has(Func<int, double> score) =>
            Enumerable.Range(0, _labels.Length).OrderByDescending(score).Take(3).Any(l => _labels[l] == report.Label);
    }
}
