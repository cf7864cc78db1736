using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>Resource names: roles by their code, skills by a readable slug that no other skill has.</summary>
public sealed class OnetNames(string catalogId)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of an occupation.</summary>
    public string Role(string code) => ResourceName.Role(catalogId, code);

    /// <summary>The name of the skill that a detailed work activity becomes: its id with hyphens.</summary>
    public string Duty(string id) => ResourceName.Skill(catalogId, Slug.Of($"dwa {id}"));

    /// <summary>
    /// A name for a skill. Of two with the same slug ("Mathematics" is a skill and a field of knowledge) the later one
    /// takes the suffix of its kind, then a number. Names are therefore asked for in a fixed order.
    /// </summary>
    public string Skill(string title, string kind)
    {
        var slug = Slug.Of(title);
        if (!_taken.Add(slug))
        {
            var stem = slug = $"{slug}-{kind}";
            for (var i = 2; !_taken.Add(slug); i++)
            {
                slug = $"{stem}-{i}";
            }
        }

        return ResourceName.Skill(catalogId, slug);
    }
}
