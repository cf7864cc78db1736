using System.Text;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Onet;

/// <summary>Resource names: roles by their code, skills by a readable slug that no other skill has.</summary>
public sealed class OnetNames(string catalogId)
{
    private const int MaxSlug = 100;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of an occupation.</summary>
    public string Role(string code) => ResourceName.Role(catalogId, code);

    /// <summary>
    /// A name for a skill. Of two with the same slug ("Mathematics" is a skill and a field of knowledge) the later one
    /// takes the suffix of its kind, then a number. Names are therefore asked for in a fixed order.
    /// </summary>
    public string Skill(string title, string kind)
    {
        var slug = Slug(title);
        if (!_taken.Add(slug))
        {
            var stem = slug = $"{slug}-{kind}";
            for (var i = 2; !_taken.Add(slug); i++)
                slug = $"{stem}-{i}";
        }

        return ResourceName.Skill(catalogId, slug);
    }

    /// <summary>Lower-case a-z, 0-9 and hyphens; the signs that tell C, C++ and C# apart are spelt out.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length + 8);
        for (var i = 0; i < title.Length && slug.Length < MaxSlug; i++)
        {
            var c = char.ToLowerInvariant(title[i]);
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (c is '\'')
                continue;
            else
                Append(slug, Spelt(c, title, i));
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : "skill";
    }

    private static string Spelt(char c, string title, int i) => c switch
    {
        '+' => "-plus-",
        '#' => "-sharp-",
        '&' => "-and-",
        '.' when i + 1 < title.Length && char.IsAsciiLetterOrDigit(title[i + 1]) && (i == 0 || title[i - 1] == ' ') => "-dot-",
        _ => "-",
    };

    private static void Append(StringBuilder slug, string part)
    {
        if (slug.Length == 0 || slug[^1] == '-')
            slug.Append(part.AsSpan(1));
        else
            slug.Append(part);
    }
}
