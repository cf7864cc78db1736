using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using Google.Protobuf.Collections;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Credits beyond those of the catalog.</summary>
internal static class Credits
{
    /// <summary>Adds the credit of the survey where it contributed to one of the fits.</summary>
    public static void Add(MatchIndex index, IEnumerable<Recommendation> matches, RepeatedField<string> attributions)
    {
        if (matches.Any(m => m.Fit.Components.Any(c => c.Kind == ComponentKind.Practice)))
        {
            Add(index, attributions);
        }
    }

    /// <summary>
    /// Adds the credit of the survey where the catalog uses it: to answers that rest on fits without showing their components.
    /// </summary>
    public static void Add(MatchIndex index, RepeatedField<string> attributions)
    {
        if (index.Practice is { } practice)
        {
            attributions.Add(practice.Model.Attribution);
        }
    }
}
