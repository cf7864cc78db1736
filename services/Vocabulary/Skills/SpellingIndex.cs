namespace CareerRecs.Vocabulary;

/// <summary>
/// Names within a small edit distance of a misspelt one. Only names of nearly the same length that share the first or the second
/// letter are compared, so a look-up stays far under a millisecond over ten thousand names. Names of four letters are left
/// out: so short, one letter makes another word ("test" is no misspelt "lest", "demo" no misspelt "Deno").
/// </summary>
internal sealed class SpellingIndex
{
    private const int LeastLength = 5;
    private const int LongName = 8;
    private const int VeryLongName = 10;

    private readonly Dictionary<(int Length, char First), List<(string Name, int Value)>> _buckets = [];

    /// <summary>Adds a normalized name.</summary>
    public void Add(string name, int value)
    {
        if (name.Length < LeastLength)
        {
            return;
        }
        foreach (var letter in Letters(name))
        {
            if (!_buckets.TryGetValue((name.Length, letter), out var bucket))
            {
                _buckets.Add((name.Length, letter), bucket = []);
            }
            bucket.Add((name, value));
        }
    }

    /// <summary>
    /// The nearest name within one edit (two from 10 letters on), and its distance; -1 for none, or for two equally near. A
    /// letter that moved further ("phyton") is two edits, and from 6 letters on is let pass as well: no letter is wrong. A
    /// word of four letters may lack one.
    /// </summary>
    public (int Value, int Distance) Nearest(string name)
    {
        if (name.Length < LeastLength - 1)
        {
            return (-1, 0);
        }
        var best = (Value: -1, Distance: 3);
        var tied = false;
        foreach (var (candidate, value) in Candidates(name, 2))
        {
            var distance = EditDistance.Between(name, candidate, best.Distance);
            if (distance > best.Distance || value == best.Value || distance > Allowed(name, candidate))
            {
                continue;
            }
            tied = distance == best.Distance && best.Value >= 0;
            if (distance < best.Distance)
            {
                best = (value, distance);
            }
        }

        return best.Value < 0 || tied ? (-1, 0) : best;
    }

    /// <summary>
    /// What to offer where nothing is near enough: names within one edit more than <see cref="Nearest"/> accepts, nearest
    /// first.
    /// </summary>
    public IEnumerable<int> Near(string name)
    {
        if (name.Length < LeastLength)
        {
            return [];
        }
        var most = (name.Length >= LongName ? 2 : 1) + 1;
        return Candidates(name, most)
            .Select(c => (c.Value, c.Name, Distance: EditDistance.Between(name, c.Name, most)))
            .Where(c => c.Distance <= most)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Value)
            .Distinct();
    }

    private static int Allowed(string name, string candidate) =>
        name.Length switch
        {
            >= VeryLongName => 2,
            >= 6 when name.Length == candidate.Length && name.Order().SequenceEqual(candidate.Order()) => 2,
            _ => 1,
        };

    private IEnumerable<(string Name, int Value)> Candidates(string name, int most)
    {
        for (var length = name.Length - most; length <= name.Length + most; length++)
        {
            foreach (var letter in Letters(name))
            {
                if (!_buckets.TryGetValue((length, letter), out var bucket))
                {
                    continue;
                }
                foreach (var entry in bucket)
                {
                    yield return entry;
                }
            }
        }
    }

    private static IEnumerable<char> Letters(string name) => name[0] == name[1] ? [name[0]] : [name[0], name[1]];
}
