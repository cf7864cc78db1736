namespace CareerRecs.Vocabulary;

/// <summary>
/// Texts by the stems of their words, scored as in Okapi BM25 and divided by what a text could reach that says each asked word
/// over and over: so 0-1, and comparable between questions.
/// </summary>
internal sealed class StemIndex
{
    // The usual values of BM25: how fast repeating a word stops to count, and how much long texts are held against.
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;

    private readonly Dictionary<string, List<(int Text, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];
    private float _average;

    /// <summary>Adds a text; it gets the next number.</summary>
    public void Add(IEnumerable<string> stems)
    {
        var text = _lengths.Count;
        var length = 0;
        foreach (var stem in stems)
        {
            length++;
            if (!_postings.TryGetValue(stem, out var postings))
            {
                _postings.Add(stem, postings = []);
            }
            if (postings.Count > 0 && postings[^1].Text == text)
            {
                postings[^1] = (text, postings[^1].Count + 1);
            }
            else
            {
                postings.Add((text, 1));
            }
        }

        _average = ((_average * text) + length) / (text + 1);
        _lengths.Add(length);
    }

    /// <summary>The score of each text, 0-1, for stems that count as much as said.</summary>
    public float[] Score(IEnumerable<(string Stem, float Weight)> asked)
    {
        var scores = new float[_lengths.Count];
        var most = 0f;
        foreach (var (stem, weight) in asked.Distinct())
        {
            if (!_postings.TryGetValue(stem, out var postings))
            {
                continue;
            }
            var rarity = weight * MathF.Log(1 + ((_lengths.Count - postings.Count + 0.5f) / (postings.Count + 0.5f)));
            most += rarity;
            foreach (var (text, count) in postings)
            {
                scores[text] +=
                    rarity * count / (count + (Saturation * (1 - LengthShare + (LengthShare * _lengths[text] / _average))));
            }
        }

        if (most > 0)
        {
            foreach (ref var score in scores.AsSpan())
            {
                score /= most;
            }
        }

        return scores;
    }
}
