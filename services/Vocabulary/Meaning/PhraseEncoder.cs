using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Meaning of a phrase as a vector: the weighted sum of vectors of its words and frequent pairs of words, at unit length.
/// Unknown words count by their letter runs. Sums are of integers and components are multiples of 1/2048, so vectors and
/// cosines are the same on every machine. Immutable and thread-safe.
/// </summary>
public sealed class PhraseEncoder(EncoderTable table)
{
    /// <summary>Units of a phrase that count; the rest of a longer text is ignored.</summary>
    public const int MostUnits = 2000;

    // Products of two components are multiples of 2^-22 and their sums stay near 1, which a float holds exactly in any order.
    private const float Step = 1 / 2048f;

    private static readonly Lazy<PhraseEncoder> LazyShipped = new(LoadShipped);

    /// <summary>The encoder that ships with the product, loaded at first use.</summary>
    public static PhraseEncoder Shipped => LazyShipped.Value;

    /// <summary>Components of a vector.</summary>
    public int Dimensions => table.Dimensions;

    /// <summary>Encodes a phrase. Returns false and writes zeros if the phrase has no word.</summary>
    /// <param name="phrase">Title, skill, sentence or list; in any case and punctuation.</param>
    /// <param name="vector">Room for <see cref="Dimensions"/> components; receives a vector of unit length.</param>
    public bool Encode(string phrase, Span<float> vector)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, Dimensions, nameof(vector));
        Span<int> sum = stackalloc int[Dimensions];
        sum.Clear();
        var left = MostUnits;
        foreach (var unit in table.Units.Enumerate(phrase))
        {
            if (left-- == 0)
            {
                break;
            }

            if (unit.Row is { } row)
            {
                table.AddRow(row, sum);
            }
            else
            {
                AddLetterRuns(unit.Key, sum);
            }
        }

        return Normalize(sum, vector);
    }

    /// <summary>Encodes a phrase into a new array; all zeros if the phrase has no word.</summary>
    public float[] Encode(string phrase)
    {
        var vector = new float[Dimensions];
        Encode(phrase, vector);
        return vector;
    }

    /// <summary>
    /// Share (0-1) of the phrase's words that are known as words, not by letter runs; 0 for a phrase without words.
    /// </summary>
    public float KnownShare(string phrase)
    {
        var known = 0;
        var all = 0;
        foreach (var unit in table.Units.Enumerate(phrase))
        {
            all += unit.Words;
            known += unit.Row is null ? 0 : unit.Words;
        }

        return all == 0 ? 0 : (float)known / all;
    }

    /// <summary>Whether the word, in some form or spelling, has a vector of its own.</summary>
    public bool Knows(string word) => KnownShare(word) >= 1;

    /// <summary>Cosine (-1 to 1) of two encoded phrases; 0 if one has no word.</summary>
    public static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => Math.Clamp(TensorPrimitives.Dot(a, b), -1, 1);

    private void AddLetterRuns(string word, Span<int> sum)
    {
        if (table.Buckets == 0)
        {
            return;
        }

        Span<int> buckets = stackalloc int[LetterRuns.Most];
        var runs = LetterRuns.Hash(word, buckets, table.Buckets);
        foreach (var bucket in buckets[..runs])
        {
            var row = table.Units.Count + bucket;
            table.AddRow(row, (table.Weights[row] + (runs / 2)) / runs, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Normalize(ReadOnlySpan<int> sum, Span<float> vector)
    {
        var squares = SumSquares(sum);
        if (squares == 0)
        {
            vector.Clear();
            return false;
        }

        var factor = Vector256.Create(1 / (Math.Sqrt(squares) * Step));
        ref var from = ref MemoryMarshal.GetReference(sum);
        ref var to = ref MemoryMarshal.GetReference(vector);
        for (nuint i = 0; i < (nuint)sum.Length; i += (nuint)Vector256<int>.Count)
        {
            var (low, high) = ToDoubles(ref from, i);
            var rounded = Vector256.Narrow(Vector256.Round(low * factor), Vector256.Round(high * factor));
            (rounded * Step).StoreUnsafe(ref to, i);
        }

        return true;
    }

    /// <summary>Sum of squares in four lanes of fixed order, the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumSquares(ReadOnlySpan<int> sum)
    {
        var squares = Vector256<double>.Zero;
        ref var from = ref MemoryMarshal.GetReference(sum);
        for (nuint i = 0; i < (nuint)sum.Length; i += (nuint)Vector256<int>.Count)
        {
            var (low, high) = ToDoubles(ref from, i);
            squares += low * low;
            squares += high * high;
        }

        return squares[0] + squares[1] + squares[2] + squares[3];
    }

    private static (Vector256<double> Low, Vector256<double> High) ToDoubles(ref int sum, nuint at) =>
        (Widen(Vector128.LoadUnsafe(ref sum, at)), Widen(Vector128.LoadUnsafe(ref sum, at + (nuint)Vector128<int>.Count)));

    private static Vector256<double> Widen(Vector128<int> integers) =>
        Avx.IsSupported
            ? Avx.ConvertToVector256Double(integers)
            : Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(integers), Vector128.WidenUpper(integers)));

    private static PhraseEncoder LoadShipped()
    {
        using var stream =
            typeof(PhraseEncoder).Assembly.GetManifestResourceStream("encoder.bin")
            ?? throw new InvalidOperationException("The assembly lacks its resource encoder.bin.");
        var file = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(file);
        return new PhraseEncoder(EncoderTable.Parse(file));
    }
}
