using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Vectors of units and of letter runs: each row is 8-bit components times an integer weight of the row. First the rows of the
/// units, then those of the buckets of letter runs.
/// </summary>
/// <param name="Units">Units that have a row.</param>
/// <param name="Buckets">Number of buckets of letter runs.</param>
/// <param name="Dimensions">Components of a row, a multiple of 64 so that no vector register is filled in part.</param>
/// <param name="Weights">Weight of each row, at most <see cref="MostWeight"/>.</param>
/// <param name="Components">Components of all rows, one row after another.</param>
public sealed record EncoderTable(UnitTable Units, int Buckets, int Dimensions, ushort[] Weights, ReadOnlyMemory<byte> Components)
{
    /// <summary>Greatest weight of a row. 13 bits times 7 of a component leave room for 2,000 rows in a 32-bit sum.</summary>
    public const int MostWeight = 8191;

    private static ReadOnlySpan<byte> Magic => "CRPE0001"u8;

    /// <summary>Adds a row, times its weight, to a sum.</summary>
    public void AddRow(int row, Span<int> sum) => AddRow(row, Weights[row], sum);

    /// <summary>Adds a row, times a weight, to a sum. Integers: the order of rows does not matter.</summary>
    // Slow until optimized, and a catalog is indexed before that would happen.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddRow(int row, int weight, Span<int> sum)
    {
        var components = MemoryMarshal.Cast<byte, sbyte>(Components.Span.Slice(row * Dimensions, Dimensions));
        ArgumentOutOfRangeException.ThrowIfLessThan(sum.Length, components.Length, nameof(sum));
        ref var from = ref MemoryMarshal.GetReference(components);
        ref var to = ref MemoryMarshal.GetReference(sum);
        var factor = Vector256.Create(weight);
        for (nuint i = 0; i < (nuint)components.Length; i += (nuint)Vector256<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, i));
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            ((first * factor) + Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
            ((second * factor) + Vector256.LoadUnsafe(ref to, i + 8)).StoreUnsafe(ref to, i + 8);
            ((third * factor) + Vector256.LoadUnsafe(ref to, i + 16)).StoreUnsafe(ref to, i + 16);
            ((fourth * factor) + Vector256.LoadUnsafe(ref to, i + 24)).StoreUnsafe(ref to, i + 24);
        }
    }

    /// <summary>Reads a table from the bytes of its file.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file.</exception>
    public static EncoderTable Parse(byte[] file)
    {
        const int header = 24;
        if (file.Length < header || !file.AsSpan(0, 8).SequenceEqual(Magic))
        {
            throw new InvalidDataException("Not an encoder file.");
        }

        var dimensions = ReadInt(file, 8);
        var buckets = ReadInt(file, 12);
        var units = ReadInt(file, 16);
        var names = ReadInt(file, 20);
        var rows = units + buckets;
        if (dimensions <= 0 || dimensions % 64 != 0 || file.Length != header + names + (rows * (2L + dimensions)))
        {
            throw new InvalidDataException("The encoder file is cut short or damaged.");
        }

        var keys = Encoding.UTF8.GetString(file, header, names).Split('\n');
        var weights = MemoryMarshal.Cast<byte, ushort>(file.AsSpan(header + names, rows * 2)).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(weights, weights);
        }

        return new EncoderTable(new UnitTable(keys), buckets, dimensions, weights, file.AsMemory(header + names + (rows * 2)));
    }

    /// <summary>The bytes of the table's file.</summary>
    public byte[] ToBytes()
    {
        var names = Encoding.UTF8.GetBytes(string.Join('\n', Units.Keys));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Dimensions);
        writer.Write(Buckets);
        writer.Write(Units.Count);
        writer.Write(names.Length);
        writer.Write(names);
        foreach (var weight in Weights)
        {
            writer.Write(weight);
        }

        writer.Write(Components.Span);
        writer.Flush();
        return stream.ToArray();
    }

    private static int ReadInt(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}
