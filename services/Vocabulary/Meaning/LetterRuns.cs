namespace CareerRecs.Vocabulary;

/// <summary>Runs of 3 to 5 letters of a word, hashed into buckets: what an unknown word is compared by.</summary>
public static class LetterRuns
{
    /// <summary>Most runs of one word; longer words count by their beginning.</summary>
    public const int Most = 120;

    private const int Shortest = 3;
    private const int Longest = 5;
    private const int LongestWord = 40;

    /// <summary>
    /// Writes the bucket of each run of the word, edges included as "&lt;" and "&gt;"; returns the number of runs.
    /// </summary>
    /// <param name="word">Key of the word.</param>
    /// <param name="buckets">Room for <see cref="Most"/> buckets.</param>
    /// <param name="count">Number of buckets to hash into.</param>
    public static int Hash(string word, Span<int> buckets, int count)
    {
        var length = Math.Min(word.Length, LongestWord);
        Span<char> edged = stackalloc char[length + 2];
        edged[0] = '<';
        word.AsSpan(0, length).CopyTo(edged[1..]);
        edged[^1] = '>';
        var runs = 0;
        for (var start = 0; start + Shortest <= edged.Length; start++)
        {
            // FNV-1a: a few operations a letter, the same on every machine.
            var hash = 2166136261u;
            for (var end = start; end < edged.Length && end < start + Longest && runs < Most; end++)
            {
                hash = (hash ^ edged[end]) * 16777619u;
                if (end - start + 1 >= Shortest)
                {
                    buckets[runs++] = (int)(hash % (uint)count);
                }
            }
        }

        return runs;
    }
}
