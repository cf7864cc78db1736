using CareerRecs.Evaluation.Fitting;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation;

/// <summary>Resumes to test on, and the index to rank them in.</summary>
/// <param name="Index">O*NET with weights fitted to the titles that other people held, or as it ships.</param>
/// <param name="Fit">The resumes it was fitted to.</param>
/// <param name="Test">Those to test on.</param>
internal sealed record ResumeFold(MatchIndex Index, IReadOnlyList<ResumeRow> Fit, IReadOnlyList<ResumeRow> Test)
{
    /// <summary>The folds of a run, fitted.</summary>
    public static IReadOnlyList<ResumeFold> Of(Lab lab)
    {
        var index = TitleHeldBack.Index(lab.Catalogs.Onet);
        var jobs = new Dictionary<ResumeRow, IReadOnlyList<TitleHeldBack>>(ReferenceEqualityComparer.Instance);
        return
        [
            .. lab.Split<ResumeRow>(folder => ResumeRow.Read(lab, folder), row => row.Id)
                .Select(fold => new ResumeFold(Fitted(fold.Fit), fold.Fit, fold.Test)),
        ];

        MatchIndex Fitted(IReadOnlyList<ResumeRow> rows) =>
            rows.Count == 0 ? lab.Onet : MatchIndex.Build(lab.Catalogs.Onet, EvidenceFit.Of(index, [.. rows.SelectMany(Held)]));

        IReadOnlyList<TitleHeldBack> Held(ResumeRow row)
        {
            lab.CancellationToken.ThrowIfCancellationRequested();
            if (!jobs.TryGetValue(row, out var held))
            {
                jobs.Add(row, held = [.. row.HoldBack(index)]);
            }
            return held;
        }
    }
}
