using System.Buffers;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>
/// The sentences of a text: words up to a full stop, a line's end, a bullet. Longer ones are cut, so that none takes long.
/// </summary>
internal static class Sentences
{
    /// <summary>Most words of one.</summary>
    public const int Longest = 60;

    private static readonly SearchValues<char> Ending = SearchValues.Create(".!?;\n•|");

    /// <summary>The sentences, each by its first token and how many it has.</summary>
    public static IEnumerable<(int First, int Count)> In(string text, IReadOnlyList<Token> tokens)
    {
        var first = 0;
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (
                i < tokens.Count
                && i - first < Longest
                && !text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).ContainsAny(Ending)
            )
            {
                continue;
            }
            yield return (first, i - first);
            first = i;
        }
    }
}
