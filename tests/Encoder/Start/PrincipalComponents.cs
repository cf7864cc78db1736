using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>Projection of vectors onto their directions of greatest variance.</summary>
public static class PrincipalComponents
{
    private const int Sweeps = 12;

    /// <summary>The centred vectors projected onto their principal components, each at unit length.</summary>
    public static float[][] Project(IReadOnlyList<float[]> vectors, int components)
    {
        var size = vectors[0].Length;
        var mean = new float[size];
        foreach (var vector in vectors)
        {
            TensorPrimitives.MultiplyAdd(vector, 1f / vectors.Count, mean, mean);
        }

        var centred = vectors
            .Select(vector =>
            {
                var difference = new float[size];
                TensorPrimitives.Subtract(vector, mean, difference);
                return difference;
            })
            .ToArray();
        var directions = TopDirections(Covariance(centred), components);
        var projected = new float[vectors.Count][];
        Parallel.For(
            0,
            vectors.Count,
            i =>
            {
                var row = new float[components];
                for (var k = 0; k < components; k++)
                {
                    row[k] = TensorPrimitives.Dot(centred[i], directions[k]);
                }

                TensorPrimitives.Divide(row, Math.Max(TensorPrimitives.Norm(row), 1e-6f), row);
                projected[i] = row;
            }
        );
        return projected;
    }

    private static double[][] Covariance(float[][] centred)
    {
        var size = centred[0].Length;
        var columns = Enumerable.Range(0, size).Select(k => centred.Select(vector => vector[k]).ToArray()).ToArray();
        var covariance = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        Parallel.For(
            0,
            size,
            i =>
            {
                for (var j = i; j < size; j++)
                {
                    covariance[i][j] = covariance[j][i] = TensorPrimitives.Dot(columns[i], columns[j]) / centred.Length;
                }
            }
        );
        return covariance;
    }

    /// <summary>Eigenvectors of a symmetric matrix by Jacobi rotations, greatest eigenvalues first.</summary>
    private static float[][] TopDirections(double[][] matrix, int count)
    {
        var size = matrix.Length;
        var vectors = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        for (var i = 0; i < size; i++)
        {
            vectors[i][i] = 1;
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(matrix, vectors, p, q);
                }
            }
        }

        return Enumerable
            .Range(0, size)
            .OrderByDescending(i => matrix[i][i])
            .Take(count)
            .Select(i => vectors[i].Select(value => (float)value).ToArray())
            .ToArray();
    }

    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        if (Math.Abs(matrix[p][q]) < 1e-12)
        {
            return;
        }

        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        Turn(matrix[p], matrix[q], cosine, sine);
        foreach (var row in matrix)
        {
            (row[p], row[q]) = ((cosine * row[p]) - (sine * row[q]), (sine * row[p]) + (cosine * row[q]));
        }

        Turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void Turn(double[] first, double[] second, double cosine, double sine)
    {
        for (var k = 0; k < first.Length; k++)
        {
            (first[k], second[k]) = ((cosine * first[k]) - (sine * second[k]), (sine * first[k]) + (cosine * second[k]));
        }
    }
}
