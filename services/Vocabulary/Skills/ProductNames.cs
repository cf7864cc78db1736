using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Products by the part of their name that people say: "Illustrator" for "Adobe Illustrator". A vendor is a proper name of
/// one or two words with which at least three tools begin.
/// </summary>
internal sealed class ProductNames
{
    private const int LeastProducts = 3;
    private const int LeastSaid = 3;

    private readonly SkillNames _products = new();

    /// <summary>Indexes the tools among the skills by their names without the vendor.</summary>
    public ProductNames(ImmutableArray<Skill> skills)
    {
        var common = FindCommonWords(skills);
        var vendors = skills
            .Where(skill => skill.Category == SkillCategory.Tool)
            .SelectMany(skill => SplitVendor(skill.Title))
            .GroupBy(split => split.Vendor, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastProducts && IsProperName(group.Key, common))
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var claims = Enumerable
            .Range(0, skills.Length)
            .Where(i => skills[i].Category == SkillCategory.Tool)
            .SelectMany(i =>
                SplitVendor(skills[i].Title)
                    .Where(split => vendors.ContainsKey(split.Vendor) && IsSaidAlone(split.Product, common))
                    .Select(split => (Skill: i, split.Product, VendorProducts: vendors[split.Vendor]))
            );
        foreach (
            var (skill, product, _) in claims
                .OrderByDescending(c => skills[c.Skill].Hot)
                .ThenByDescending(c => skills[c.Skill].InDemand)
                .ThenByDescending(c => c.VendorProducts)
        )
        {
            _products.Add(TextAnalysis.Normalize(product), skill, MatchKind.Variant);
        }
    }

    /// <summary>Finds the product of a normalized name without its vendor; of several the most asked for.</summary>
    public int? Find(string name) => _products.Find(name)?.Skill;

    private static bool IsSaidAlone(string product, HashSet<string> common) =>
        product.Length >= LeastSaid && char.IsUpper(product[0]) && !common.Contains(product.ToLowerInvariant());

    /// <summary>Words that some name writes in lower case, so that they are no proper names.</summary>
    private static HashSet<string> FindCommonWords(ImmutableArray<Skill> skills) =>
        skills
            .SelectMany(skill => skill.Aliases.Prepend(skill.Title))
            .SelectMany(name => name.Split(' '))
            .Where(word => word.Length > 0 && word.All(char.IsAsciiLetterLower))
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsProperName(string vendor, HashSet<string> common) =>
        vendor.Split(' ').All(word => char.IsUpper(word[0]) && !common.Contains(word.ToLowerInvariant()));

    private static IEnumerable<(string Vendor, string Product)> SplitVendor(string title)
    {
        var first = title.IndexOf(' ', StringComparison.Ordinal);
        if (first <= 0 || first + 1 >= title.Length)
        {
            yield break;
        }

        yield return (title[..first], title[(first + 1)..]);
        var second = title.IndexOf(' ', first + 1);
        if (second > 0 && second + 1 < title.Length)
        {
            yield return (title[..second], title[(second + 1)..]);
        }
    }
}
