using System.Collections.Immutable;
using System.Numerics.Tensors;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Vectors of titles, without their words on level, and of roles: a role's titles and its overview together. They know that a
/// lorry is a truck where the catalog writes only one of the two.
/// </summary>
internal sealed class TitleMeanings
{
    /// <summary>Share of the titles in a role's vector; the rest is the overview's. Set on a grid.</summary>
    private const float TitleShare = 0.55f;

    /// <summary>Least length of a sum that is divided by it: a role without titles has none.</summary>
    private const float LeastLength = 1e-6f;

    private readonly PhraseEncoder _encoder = PhraseEncoder.Shipped;
    private readonly ByteVectors _titles;
    private readonly ByteVectors _roles;
    private readonly int[] _starts;

    /// <summary>Encodes titles that stand role by role, and the overviews of the roles.</summary>
    public TitleMeanings(ImmutableArray<Role> roles, List<TitleEntry> titles)
    {
        _titles = new ByteVectors(titles.Count, _encoder.Dimensions);
        _roles = new ByteVectors(roles.Length, _encoder.Dimensions);
        _starts = new int[roles.Length + 1];
        foreach (var title in titles)
        {
            _starts[title.Role + 1]++;
        }

        for (var role = 0; role < roles.Length; role++)
        {
            _starts[role + 1] += _starts[role];
        }

        Parallel.For(0, roles.Length, role => EncodeRole(role, roles[role].Overview, titles));
    }

    /// <summary>
    /// The words of a title, ready to be compared, and the share (0-1) of them that the encoder knows as words.
    /// </summary>
    public (QueryVector Vector, float Known) Encode(IEnumerable<string> words)
    {
        var phrase = string.Join(' ', words);
        Span<float> vector = stackalloc float[_encoder.Dimensions];
        _encoder.Encode(phrase, vector);
        return (ByteVectors.ToQuery(vector), _encoder.KnownShare(phrase));
    }

    /// <summary>Cosine of each role with a title, by role.</summary>
    public float[] CompareRoles(in QueryVector asked) => _roles.Cosines(asked);

    /// <summary>The title of a role that is nearest to the title asked, and its cosine; null if the role has no title.</summary>
    public (int Title, float Cosine)? FindNearest(in QueryVector asked, int role)
    {
        (int Title, float Cosine)? nearest = null;
        for (var title = _starts[role]; title < _starts[role + 1]; title++)
        {
            var cosine = _titles.Cosine(title, asked);
            if (nearest is null || cosine > nearest.Value.Cosine)
            {
                nearest = (title, cosine);
            }
        }

        return nearest;
    }

    /// <summary>Cosine of a role's own title with the title asked; 0 if the role has no title.</summary>
    public float CompareOwnTitle(in QueryVector asked, int role) =>
        _starts[role] < _starts[role + 1] ? _titles.Cosine(_starts[role], asked) : 0;

    private void EncodeRole(int role, string overview, List<TitleEntry> titles)
    {
        Span<float> vector = stackalloc float[_encoder.Dimensions];
        Span<float> sum = stackalloc float[_encoder.Dimensions];
        sum.Clear();
        for (var title = _starts[role]; title < _starts[role + 1]; title++)
        {
            _encoder.Encode(titles[title].Core, vector);
            _titles.Set(title, vector);
            TensorPrimitives.Add(sum, vector, sum);
        }

        TensorPrimitives.Multiply(sum, TitleShare / Math.Max(TensorPrimitives.Norm<float>(sum), LeastLength), sum);
        _encoder.Encode(overview, vector);
        TensorPrimitives.MultiplyAdd(vector, 1 - TitleShare, sum, sum);
        _roles.Set(role, sum);
    }
}
