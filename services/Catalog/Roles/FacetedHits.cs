using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Roles;

/// <summary>
/// The hits of a search narrowed by its facets. A facet counts the hits that pass the other ones, so that it tells what choosing
/// another value of its own would bring.
/// </summary>
internal sealed class FacetedHits
{
    private const int MostValues = 20;

    private readonly Narrowing[] _narrowings;
    private readonly IReadOnlyList<TitleMatch> _hits;

    public FacetedHits(SearchRolesRequest request, IReadOnlyList<TitleMatch> hits)
    {
        _hits = hits;
        _narrowings =
        [
            new("families", [.. request.Families], hit => hit.Family),
            new("seniorities", [.. request.Seniorities.Select(Name)], hit => Name(hit.Seniority)),
            new("sources", [.. request.Sources], hit => hit.Source),
        ];
    }

    /// <summary>The hits that pass all of them, in their order.</summary>
    public List<TitleMatch> Passing => [.. _hits.Where(hit => _narrowings.All(narrowing => narrowing.Passes(hit)))];

    /// <summary>How many hits there are of each value.</summary>
    public IEnumerable<Facet> Facets =>
        _narrowings.Select(narrowing => new Facet
        {
            Field = narrowing.Field,
            Values =
            {
                _hits
                    .Where(hit => _narrowings.All(other => other == narrowing || other.Passes(hit)))
                    .Select(narrowing.ValueOf)
                    .Where(value => value.Length > 0)
                    .CountBy(value => value, StringComparer.Ordinal)
                    .OrderByDescending(count => count.Value)
                    .ThenBy(count => count.Key, StringComparer.Ordinal)
                    .Take(MostValues)
                    .Select(count => new FacetValue { Value = count.Key, Count = count.Value }),
            },
        });

    /// <summary>A seniority as JSON writes it; empty where it is not stated.</summary>
    private static string Name(Seniority seniority) =>
        seniority == Seniority.Unspecified
            ? ""
            : SeniorityReflection
                .Descriptor.EnumTypes.Single(type => type.Name == nameof(Seniority))
                .FindValueByNumber((int)seniority)
                .Name;

    private sealed record Narrowing(string Field, HashSet<string> Wanted, Func<TitleMatch, string> ValueOf)
    {
        public bool Passes(TitleMatch hit) => Wanted.Count == 0 || Wanted.Contains(ValueOf(hit));
    }
}
