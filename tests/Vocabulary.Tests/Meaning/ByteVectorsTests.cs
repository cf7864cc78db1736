using System.Numerics.Tensors;
using CareerRecs.Vocabulary;
using FsCheck.Xunit;

namespace CareerRecs.Vocabulary.Tests;

public sealed class ByteVectorsTests
{
    private const int Dimensions = 64;

    [Property]
    internal void A_cosine_comes_near_the_exact_one_and_is_symmetric(int seed)
    {
        var random = new Random(seed);
        var (a, b) = (Vector(random), Vector(random));
        var rows = new ByteVectors(2, Dimensions);
        rows.Set(0, a);
        rows.Set(1, b);

        Assert.Equal(TensorPrimitives.CosineSimilarity<float>(a, b), rows.Cosine(0, ByteVectors.ToQuery(b)), 0.02);
        Assert.Equal(rows.Cosine(1, ByteVectors.ToQuery(a)), rows.Cosine(0, ByteVectors.ToQuery(b)), 1e-6);
        Assert.Equal(rows.Cosine(0, rows.ToQuery(1)), rows.Cosine(0, ByteVectors.ToQuery(b)));
        Assert.Equal(1, rows.Cosine(0, rows.ToQuery(0)), 1e-5);
    }

    [Fact]
    public void A_vector_of_zeros_is_like_nothing()
    {
        var rows = new ByteVectors(2, Dimensions);
        rows.Set(0, new float[Dimensions]);
        rows.Set(1, Vector(new Random(1)));

        Assert.Equal(0, rows.Cosine(0, rows.ToQuery(1)));
        Assert.Equal(0, rows.Cosine(1, ByteVectors.ToQuery(new float[Dimensions])));
        Assert.Equal(0, rows.Cosine(0, rows.ToQuery(0)));
    }

    [Fact]
    public void All_cosines_are_those_of_single_rows_and_a_later_vector_replaces_an_earlier_one()
    {
        var random = new Random(2);
        var rows = new ByteVectors(3, Dimensions);
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Set(row, Vector(random));
        }

        rows.Set(1, new float[Dimensions]);
        var query = ByteVectors.ToQuery(Vector(random));
        var cosines = new float[rows.Count];

        rows.Cosines(query, cosines);

        Assert.Equal([rows.Cosine(0, query), 0, rows.Cosine(2, query)], cosines);
    }

    [Fact]
    public void Rows_are_of_whole_registers() => Assert.Throws<ArgumentOutOfRangeException>(() => new ByteVectors(1, 33));

    private static float[] Vector(Random random) =>
        [.. Enumerable.Range(0, Dimensions).Select(_ => (float)((random.NextDouble() * 2) - 1))];
}
