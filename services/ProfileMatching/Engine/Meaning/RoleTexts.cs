using System.Numerics.Tensors;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Engine.Meaning;

/// <summary>
/// Texts of the roles of a version, each once: titles, duties and everyday phrases, and which skills each role asks for. The meaning of a role is the sum of
/// the means of its parts, so that fifty alternate titles count no more than one.
/// </summary>
internal sealed class RoleTexts
{
    /// <summary>Weight of the overview: it says in a few sentences what the lists say in many.</summary>
    private const float OverviewWeight = 2;

    private readonly List<string> _items = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly CatalogSnapshot _snapshot;
    private readonly Parts[] _parts;

    /// <summary>Collects the texts.</summary>
    public RoleTexts(CatalogSnapshot snapshot, IReadOnlyDictionary<string, int> skillIds)
    {
        _snapshot = snapshot;
        _parts = [.. snapshot.Roles.Select(role => Collect(role, skillIds))];
    }

    /// <summary>Number of roles.</summary>
    public int Count => _parts.Length;

    /// <summary>Titles and duties of all roles, each once.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>Indexes of a role's titles and duties.</summary>
    public ReadOnlySpan<int> ItemsOf(int role) => _parts[role].Items;

    /// <summary>Indexes of a role's titles.</summary>
    public ReadOnlySpan<int> TitlesOf(int role) => _parts[role].Items.AsSpan(0, _parts[role].TitleCount);

    /// <summary>Indexes of the skills that a role asks for.</summary>
    public ReadOnlySpan<int> SkillsOf(int role) => _parts[role].Skills;

    /// <summary>Meaning of a role as a whole, of any length.</summary>
    /// <param name="role">The role.</param>
    /// <param name="encoder">Encodes its overview, which is no item.</param>
    /// <param name="items">Vectors of the items, one after another.</param>
    /// <param name="skills">Vectors of the skills, one after another.</param>
    public float[] SumMeanings(int role, PhraseEncoder encoder, float[] items, float[] skills)
    {
        var sum = new float[encoder.Dimensions];
        var part = new float[encoder.Dimensions];
        var titles = TitlesOf(role);
        AddMean(titles[..1], items);
        AddMean(titles.Length > 1 ? titles[1..] : titles, items);
        AddMean(ItemsOf(role)[titles.Length.._parts[role].TextCount], items);
        AddMean(ItemsOf(role)[_parts[role].TextCount..], items);
        AddMean(_parts[role].Skills, skills, _parts[role].SkillWeights);
        if (encoder.Encode(_snapshot.Roles[role].Overview, part))
        {
            TensorPrimitives.MultiplyAdd(part, OverviewWeight, sum, sum);
        }

        return sum;

        void AddMean(ReadOnlySpan<int> rows, float[] vectors, float[]? weights = null)
        {
            Array.Clear(part);
            for (var i = 0; i < rows.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(vectors.AsSpan(rows[i] * part.Length, part.Length), weights?[i] ?? 1, part, part);
            }

            var length = TensorPrimitives.Norm(part);
            if (length > 0)
            {
                TensorPrimitives.MultiplyAdd(part, 1 / length, sum, sum);
            }
        }
    }

    private Parts Collect(Role role, IReadOnlyDictionary<string, int> skillIds)
    {
        var items = new List<int> { Number(role.Title) };
        AddDistinct(role.AlternateTitles);
        var titles = items.Count;
        AddDistinct(role.Responsibilities.SelectMany(theme => theme.Items));
        var texts = items.Count;
        AddDistinct(EverydayPhrases.ForRole(role));
        var asked = role.Skills.Where(s => skillIds.ContainsKey(s.Skill)).ToList();
        return new Parts([.. items], titles, texts, [.. asked.Select(s => skillIds[s.Skill])], [.. asked.Select(Weight)]);

        void AddDistinct(IEnumerable<string> texts)
        {
            foreach (var item in texts.Select(Number))
            {
                if (!items.Contains(item))
                {
                    items.Add(item);
                }
            }
        }
    }

    private static float Weight(RoleSkill skill) => (float)skill.Importance * (skill.Necessity == Necessity.Essential ? 2 : 1);

    private int Number(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = _items.Count);
            _items.Add(text);
        }

        return number;
    }

    /// <summary>Texts of one role by index: its title, its other titles, its duties, and what people who do the work say.</summary>
    /// <param name="Items">All of them.</param>
    /// <param name="TitleCount">Number of titles.</param>
    /// <param name="TextCount">Number of titles and duties.</param>
    /// <param name="Skills">Skills asked for.</param>
    /// <param name="SkillWeights">Weight of each of them.</param>
    private sealed record Parts(int[] Items, int TitleCount, int TextCount, int[] Skills, float[] SkillWeights);
}
