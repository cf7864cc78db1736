using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Vectors of titles, without their words on level, and of roles: a role's titles and its overview together. They know that a lorry is
/// a truck where the catalog writes only one of the two.
/// </summary>
internal sealed class TitleMeanings
{
    /// <summary>Share of the titles in a role's vector; the rest is the overview's. Set on a grid.</summary>
    private const float TitleShare = 0.55f;

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

    /// <summary>The words of a title, ready to be compared, and the share (0-1) of them that the encoder knows as words.</summary>
    public (QueryVector Vector, float Known) Encode(IEnumerable<string> words)
    {
        var phrase = string.Join(' ', words);
        Span<float> vector = stackalloc float[_encoder.Dimensions];
        _encoder.Encode(phrase, vector);
        return (ByteVectors.ToQuery(vector), _encoder.KnownShare(phrase));
    }

    /// <summary>Cosine of each role with a title, by role.</summary>
    public float[] CompareRoles(in QueryVector asked)
    {
        var cosines = new float[_roles.Count];
        _roles.Cosines(asked, cosines);
        return cosines;
    }

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

    private void EncodeRole(int role, string overview, List<TitleEntry> titles)
    {
        var vector = new float[_encoder.Dimensions];
        var mean = new float[_encoder.Dimensions];
        for (var title = _starts[role]; title < _starts[role + 1]; title++)
        {
            _encoder.Encode(string.Join(' ', SeniorityReader.Read(titles[title].Words.Main).CoreWords), vector);
            _titles.Set(title, vector);
            Add(vector, mean, 1);
        }

        var whole = new float[_encoder.Dimensions];
        Add(mean, whole, TitleShare / Length(mean));
        _encoder.Encode(overview, vector);
        Add(vector, whole, 1 - TitleShare);
        _roles.Set(role, whole);
    }

    private static float Length(ReadOnlySpan<float> vector)
    {
        var squares = 0f;
        foreach (var component in vector)
        {
            squares += component * component;
        }

        return Math.Max(MathF.Sqrt(squares), 1e-6f);
    }

    private static void Add(ReadOnlySpan<float> vector, Span<float> sum, float weight)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * vector[i];
        }
    }
}
