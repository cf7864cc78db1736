using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Fitting;

/// <summary>
/// A job of a resume whose title means just one role, and what the rest of the resume says of every role: the title is taken out
/// of the jobs, and its words out of the text. A resume tells by itself where its owner belongs, so the weights of evidence need
/// no label.
/// </summary>
/// <param name="Person">Whose resume.</param>
/// <param name="Role">The role that the title means.</param>
/// <param name="Features">By role, how far skills, titles, text and lines of work speak for it; see <see cref="Names"/>.</param>
internal sealed record TitleHeldBack(string Person, RoleId Role, float[] Features)
{
    private const int ReadingsLookedAt = 3;
    private const int MostOfPerson = 9;

    /// <summary>The features of a role, in order.</summary>
    public static readonly string[] Names = ["skills", "titles", "text", "lines of work"];

    /// <summary>An index in which each part of the evidence weighs 1.</summary>
    public static MatchIndex Index(CatalogSnapshot snapshot) =>
        MatchIndex.Build(
            snapshot,
            FitParameters.Shipped with
            {
                WholeExtract = 1,
                TitleWeight = 1,
                TextWeight = 1,
                FamilyWeight = 1,
            }
        );

    /// <summary>The jobs of a resume that can be held back, the newest first.</summary>
    public static IEnumerable<TitleHeldBack> Of(string person, ReadDocument document, MatchIndex index, DateOnly today)
    {
        foreach (
            var title in document.Profile.Jobs.Take(MostOfPerson).Select(j => j.Title).Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            var matches = index.Snapshot.TitleLexicon.Read(title, ReadingsLookedAt).Matches;
            if (matches is not [{ Confidence: >= 1 }, ..] || matches.Count(m => m.Confidence >= JobsHeld.LeastConfidence) != 1)
            {
                continue;
            }
            var rest = document.Profile.Clone();
            for (var job = rest.Jobs.Count - 1; job >= 0; job--)
            {
                if (string.Equals(rest.Jobs[job].Title, title, StringComparison.OrdinalIgnoreCase))
                {
                    rest.Jobs.RemoveAt(job);
                }
            }

            var words = TextIndex.Terms(TextAnalysis.Tokenize(title));
            for (var term = rest.Terms.Count - 1; term >= 0; term--)
            {
                if (words.ContainsKey(rest.Terms[term].Term))
                {
                    rest.Terms.RemoveAt(term);
                }
            }

            yield return new TitleHeldBack(person, index.RoleIds[matches[0].Role], Evidence(rest, index, today));
        }
    }

    private static float[] Evidence(Profile profile, MatchIndex index, DateOnly today)
    {
        using var view = new PersonView(index, Understander.Read(profile, index, today).Evidence);
        var features = new float[index.RoleCount * Names.Length];
        foreach (var role in index.Roles.Ids)
        {
            var votes = FitFunction.Evaluate(view, role).Votes;
            ReadOnlySpan<double> values = [votes.Skills + votes.Tools + votes.Related, votes.Titles, votes.Text, votes.Family];
            for (var f = 0; f < values.Length; f++)
            {
                features[(role.Index * Names.Length) + f] = (float)values[f];
            }
        }

        return features;
    }
}
