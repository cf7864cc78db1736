using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>
/// Measures whether everyday phrases of an occupation, one alone or four as a profile, are nearest to that occupation.
/// </summary>
public sealed class EverydayCheck(Taxonomies taxonomies, HeldOut heldOut)
{
    private const int ProfilePhrases = 4;

    /// <summary>Prints how the occupations whose phrases are kept out rank among all of their taxonomy.</summary>
    public void Print(Func<string, float[]?> encode)
    {
        foreach (var all in taxonomies.Occupations.GroupBy(occupation => occupation.IsOnet))
        {
            var answers = all.Select(occupation =>
                    (
                        occupation.Id,
                        Sum([
                            encode(occupation.Title),
                            Sum(occupation.OtherTitles.Select(encode)),
                            encode(occupation.Description),
                        ])!
                    )
                )
                .ToArray();
            var asked = heldOut
                .Occupations.Where(o => o.IsOnet == all.Key && o.Everyday.Count >= ProfilePhrases)
                .OrderBy(o => o.Id, StringComparer.Ordinal)
                .ToArray();
            var random = new Random(7);
            var profiles = asked.Select(o => (Sum(Draw(o, random).Select(encode)), new HashSet<string> { o.Id })).ToArray();
            var phrases = asked
                .SelectMany(o => o.Everyday.Select(phrase => (encode(phrase), new HashSet<string> { o.Id })))
                .ToArray();
            var name = all.Key ? "O*NET" : "ESCO";
            Console.WriteLine($"    everyday profiles to {name}: {Ranking.Measure(profiles, answers)}");
            Console.WriteLine($"    everyday phrases to {name}: {Ranking.Measure(phrases, answers)}");
        }
    }

    private static string[] Draw(Occupation occupation, Random random)
    {
        var phrases = occupation.Everyday.ToArray();
        random.Shuffle(phrases);
        return phrases[..ProfilePhrases];
    }

    /// <summary>Sum of vectors at unit length; null if there are none.</summary>
    private static float[]? Sum(IEnumerable<float[]?> vectors)
    {
        float[]? sum = null;
        foreach (var vector in vectors.OfType<float[]>())
        {
            sum ??= new float[vector.Length];
            TensorPrimitives.Add(sum, vector, sum);
        }

        if (sum is not null)
        {
            TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        }

        return sum;
    }
}
