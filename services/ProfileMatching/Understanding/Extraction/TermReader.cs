using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction;

/// <summary>
/// The terms of a document, each as often as it occurs, weighted by where: what somebody does now says more about where they
/// belong than what they did two jobs ago, and the line that names a job more than the lines below it.
/// </summary>
internal static class TermReader
{
    private const int Usual = 2;
    private const int NewestJob = 3;
    private const int OldJob = 1;

    /// <summary>From this job on, the newest being the first, a job is an old one.</summary>
    private const int FirstOld = 3;
    private const int LineOfJob = 2;

    /// <summary>The terms with their weighted counts. Of a text without dated jobs all count the same.</summary>
    public static Dictionary<string, int> Read(
        string text,
        IReadOnlyList<Token> tokens,
        IReadOnlyList<JobLine> lines,
        CancellationToken cancellationToken
    )
    {
        var weights = new int[tokens.Count];
        var (job, isInJob, isInEducation) = (0, false, false);
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = text.AsSpan(tokens[line.First].Start, tokens[line.Last - 1].End - tokens[line.First].Start);
            var names = false;
            if (SectionHeadings.Of(words) is { } section)
            {
                (isInJob, isInEducation) = (false, section == Section.Education);
            }
            else if (line.Dates is not null && !isInEducation)
            {
                (isInJob, names) = (true, true);
                job++;
            }

            var weight =
                !isInJob ? Usual
                : job == 1 ? NewestJob
                : job >= FirstOld ? OldJob
                : Usual;
            weights.AsSpan(line.First, line.Last - line.First).Fill(names ? weight * LineOfJob : weight);
        }

        return TextIndex.Terms(tokens, weights);
    }
}
