using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Rows of unit vectors with 8-bit components. Products are sums of integers, so a cosine is the same on every machine and in
/// every order.
/// </summary>
public sealed class ByteVectors
{
    /// <summary>Components of one register: rows are a multiple of this long.</summary>
    private const int Lane = 32;

    private const float Most = 127;

    /// <summary>Rows that stay in the first cache while they are compared with one query after another.</summary>
    private const int RowsAtOnce = 64;

    private readonly sbyte[] _components;
    private readonly float[] _scales;

    /// <param name="count">Number of rows.</param>
    /// <param name="dimensions">Components of a row, a multiple of 32.</param>
    public ByteVectors(int count, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dimensions % Lane, 0, nameof(dimensions));
        (Count, Dimensions) = (count, dimensions);
        _components = new sbyte[count * dimensions];
        _scales = new float[count];
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Components of a row.</summary>
    public int Dimensions { get; }

    /// <summary>Stores a vector; its length becomes 1. A vector of zeros stays one, with a cosine of 0 to everything.</summary>
    public void Set(int row, ReadOnlySpan<float> vector)
    {
        var scale = Quantize(vector, _components.AsSpan(row * Dimensions, Dimensions));
        _scales[row] = scale;
    }

    /// <summary>Cosine of a row with a query.</summary>
    public float Cosine(int row, in QueryVector query) =>
        Dot(_components.AsSpan(row * Dimensions, Dimensions), query.Components) * _scales[row] * query.Scale;

    /// <summary>Writes the cosine of every row with a query.</summary>
    public void Cosines(in QueryVector query, Span<float> cosines)
    {
        for (var row = 0; row < Count; row++)
        {
            cosines[row] = Cosine(row, query);
        }
    }

    /// <summary>Cosine of every row with a query, by row.</summary>
    public float[] Cosines(in QueryVector query)
    {
        var cosines = new float[Count];
        Cosines(query, cosines);
        return cosines;
    }

    /// <summary>Writes the cosine of every row with several queries. Rows are read from memory once.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="cosines">Room for a cosine of each row, by query.</param>
    public void Cosines(ReadOnlySpan<QueryVector> queries, ReadOnlySpan<float[]> cosines)
    {
        for (var first = 0; first < Count; first += RowsAtOnce)
        {
            var end = Math.Min(Count, first + RowsAtOnce);
            for (var query = 0; query < queries.Length; query++)
            {
                for (var row = first; row < end; row++)
                {
                    cosines[query][row] = Cosine(row, queries[query]);
                }
            }
        }
    }

    /// <summary>A vector made ready to be compared with rows.</summary>
    public static QueryVector ToQuery(ReadOnlySpan<float> vector)
    {
        Span<sbyte> quantized = stackalloc sbyte[vector.Length];
        var scale = Quantize(vector, quantized);
        var components = new short[vector.Length];
        TensorPrimitives.ConvertTruncating<sbyte, short>(quantized, components);

        return new QueryVector(components, scale);
    }

    /// <summary>The row made ready to be compared with others.</summary>
    public QueryVector ToQuery(int row)
    {
        var components = new short[Dimensions];
        TensorPrimitives.ConvertTruncating<sbyte, short>(_components.AsSpan(row * Dimensions, Dimensions), components);

        return new QueryVector(components, _scales[row]);
    }

    /// <summary>Writes the components in 8 bits; returns the factor that gives their vector a length of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> quantized)
    {
        var largest = vector.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (largest == 0)
        {
            quantized.Clear();
            return 0;
        }

        ref var from = ref MemoryMarshal.GetReference(vector);
        ref var to = ref MemoryMarshal.GetReference(quantized);
        var squares = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)vector.Length; i += Lane)
        {
            var low = Vector256.Narrow(Round(ref from, i, largest), Round(ref from, i + 8, largest));
            var high = Vector256.Narrow(Round(ref from, i + 16, largest), Round(ref from, i + 24, largest));
            squares += MultiplyAndAddPairs(low, low) + MultiplyAndAddPairs(high, high);
            Vector256.Narrow(low, high).StoreUnsafe(ref to, i);
        }

        return (float)(1 / Math.Sqrt(Vector256.Sum(squares)));
    }

    private static Vector256<int> Round(ref float from, nuint at, float largest) =>
        Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(ref from, at) / largest * Most));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var a = ref MemoryMarshal.GetReference(row);
        ref var b = ref MemoryMarshal.GetReference(query);
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < row.Length; i += Lane)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)i));
            sum += MultiplyAndAddPairs(low, Vector256.LoadUnsafe(ref b, (nuint)i));
            sum += MultiplyAndAddPairs(high, Vector256.LoadUnsafe(ref b, (nuint)(i + (Lane / 2))));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Sums of the products, four by four in no particular order: only their total is used.</summary>
    private static Vector256<int> MultiplyAndAddPairs(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(a, b);
        }

        var (low, high) = Vector256.Widen(a * b);
        return low + high;
    }
}

/// <summary>A vector as queries are compared: 8-bit components, widened.</summary>
/// <param name="Components">Components, -127 to 127.</param>
/// <param name="Scale">Factor that gives the vector a length of 1; 0 for a vector of zeros.</param>
public readonly record struct QueryVector(short[] Components, float Scale);
