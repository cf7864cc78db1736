using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Paths;

/// <summary>The answer to `moves`.</summary>
public static class MovesText
{
    private const string Detail = "      ";

    /// <summary>Readiness (0-1) that is worth stating of a person without a known job.</summary>
    private const double LeastReadiness = 0.05;

    private const int MostSkills = 4;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, SuggestMovesResponse response)
    {
        PathText.From(page, response.FromTitle, response.FromPay, response.FromPresumed, response.Understanding);
        if (response.InsufficientEvidence is { } insufficient)
        {
            EvidenceText.Insufficient(page, insufficient);
            return;
        }

        page.Line(UnderstandingText.Labelled("Searched") + Words.Catalog(response.Versions ?? new AnswerVersions())).Line();
        if (response.Moves.Count == 0)
        {
            page.Line("No other role is close enough.");
        }

        for (var i = 0; i < response.Moves.Count; i++)
        {
            Render(page, i + 1, response.Moves[i], hasStart: response.FromTitle.Length > 0);
        }

        if (response.Moves.Count > 0)
        {
            page.Wrap("Ready: ", "share of the role's requirements that you meet.");
        }

        if (response.Moves.Any(m => PathText.HasCourses(m.Effort)))
        {
            page.Wrap(
                "Hours: ",
                "from your own list of courses; for skills without a course, a fixed number per point of proficiency."
            );
        }

        PathText.Foot(
            page,
            response.PayStatus,
            response.PayMessage,
            response.Moves.Select(m => m.Pay).Prepend(response.FromPay),
            response.Attributions
        );
    }

    private static void Render(Page page, int rank, Move move, bool hasStart)
    {
        page.Line($"{rank, 2}  {page.Strong(move.Title)}");
        string[] facts =
        [
            Words.Step(move.Kind),
            // Without a job, hardly anything of what a role requires is known: 0 % would be said of the words, not of the person.
            hasStart || move.Readiness >= LeastReadiness
                ? PathText.Ready(move.Readiness)
                : "",
            move.Fit is { } fit ? $"fit {FitPoints.Whole(fit.MilliPoints)} {Words.Band(fit.Band)}" : "",
            PathText.Pay(move.Pay),
            PathText.Change(move.PayChange),
        ];
        page.Wrap(Detail, string.Join(" · ", facts.Where(f => f.Length > 0)));
        if (move.Brought.Count > 0)
        {
            page.Wrap(Detail, "you bring: " + string.Join(", ", move.Brought.Take(MostSkills)));
        }

        page.Wrap(Detail, PathText.ToLearn(move.Missing, move.Effort, MostSkills));
        PathText.Gates(page, Detail, move.Gates);
    }
}
